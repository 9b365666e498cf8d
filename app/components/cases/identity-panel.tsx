import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CaseView, ProofView } from '#app/services/cases/read-case.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { Words } from './decision-panel.tsx';
import { Panel } from './panel.tsx';
import { RealNamePart } from './real-name-part.tsx';

interface IdentityPanelProps {
  readonly found: CaseView;
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
}

/** How sure we are of who asks, on which proofs, and whether that suffices. */
export function IdentityPanel({ found, names, acting }: IdentityPanelProps) {
  const t = useText('officer');
  const legal = useText('legal');
  const short = found.items.filter(({ events, identitySuffices }) => events.length > 0 && !identitySuffices);
  return (
    <Panel id="identity" title={t('identity.heading')}>
      <p>
        <Tag tone={short.length > 0 ? 'warning' : 'success'}>{t(`identity.level.${found.assurance}`)}</Tag>
      </p>
      {short.map((item) => (
        <p key={item.id} className="mt-2">
          {t('identity.short', {
            right: legal(`rights.${item.right}.name`),
            needed: t(`identity.level.${item.assuranceNeeded}`),
          })}
        </p>
      ))}
      {found.proofs.length > 0 && (
        <ul className="mt-3 grid gap-3">
          {found.proofs.map((proof) => (
            <Proof key={`${proof.at} ${proof.method}`} proof={proof} name={names[proof.by]} />
          ))}
        </ul>
      )}
      {found.realName && (
        <RealNamePart
          reference={found.reference}
          realName={found.realName}
          names={names}
          acting={acting && found.status !== 'closed'}
        />
      )}
      {acting && found.status !== 'closed' && (
        <div className="mt-4 flex flex-wrap gap-2">
          <ButtonLink look="secondary" href={casePath(found.reference, 'identity')}>
            {t('action.identity')}
          </ButtonLink>
          <ButtonLink look="secondary" href={casePath(found.reference, 'doubt')}>
            {t('action.doubt')}
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}

function Proof({ proof, name }: { proof: ProofView; name: string | undefined }) {
  const t = useText('officer');
  const format = useFormats();
  const compared = proof.compared.map((kind) => t(`compared.${kind}`));
  return (
    <li className="border-line border-s-4 ps-3">
      <p className={proof.revoked ? 'line-through' : 'font-semibold'}>{t(`method.${proof.method}`)}</p>
      {proof.revoked && <p className="font-semibold">{t('identity.revoked')}</p>}
      {compared.length > 0 && <p>{t('identity.compared', { list: format.list(compared) })}</p>}
      {proof.proven.map(({ kind, value }) => (
        <p key={value}>
          {t(`compared.${kind}`)}: <bdi className="break-all">{value}</bdi>
        </p>
      ))}
      {proof.reason && <Words text={proof.reason} />}
      <p className="text-ink-soft text-sm">
        {format.dateTime(proof.at, 'UTC')}
        {name && `, ${name}`}
      </p>
    </li>
  );
}
