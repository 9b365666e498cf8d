import { ageRule } from '#app/domain/rules/age-rule.ts';
import { helperNotes } from '#app/domain/rules/helper-notes.ts';
import { useText } from '#app/i18n/react.tsx';
import type { LawOnHelpers } from '#app/services/agents/law-on-helpers.ts';
import { Notice } from '../ui/notice.tsx';

/** What the law of a place wants seen of somebody who asks for another person. */
export function AgentProof({ law, filedFor }: { law: LawOnHelpers | null; filedFor: string }) {
  const t = useText('portal');
  const legal = useText('legal');
  if (!law) return null;
  const proof = law.proof === 'not_regulated' ? null : legal(`proof.${law.proof}`);
  const notes = helperNotes(law.notes, filedFor);
  if (filedFor !== 'represented' && notes.length === 0) return null;
  return (
    <Notice title={t(`addenda.proof.${filedFor}`)}>
      {filedFor === 'represented' && proof && <p>{t('addenda.proof.wanted', { proof })}</p>}
      {notes.map((note) => (
        <p key={note}>{legal(`notes.${note}`)}</p>
      ))}
      {filedFor === 'represented' && law.mayConfirm && <p>{t('addenda.proof.mayConfirm')}</p>}
      <p className="text-ink-soft text-sm">
        <bdi>{law.citation}</bdi>
      </p>
    </Notice>
  );
}

/** Ages decide who may use the service and who consents; they never take a right away. */
export function AgesNote({ law }: { law: LawOnHelpers | null }) {
  const t = useText('portal');
  const legal = useText('legal');
  if (!law) return null;
  const { statutory, service, notes, citation } = law.ages;
  return (
    <Notice title={t('addenda.ages.title')}>
      <p>{t('addenda.ages.service', { age: service })}</p>
      {statutory !== null && <p>{t(`addenda.ages.${ageRule(notes)}`, { age: statutory })}</p>}
      {notes.map((note) => (
        <p key={note}>{legal(`notes.${note}`)}</p>
      ))}
      <p>{t('addenda.ages.rights')}</p>
      <p className="text-ink-soft text-sm">
        <bdi>{citation}</bdi>
      </p>
    </Notice>
  );
}
