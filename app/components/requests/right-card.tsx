import type { DataSubjectRight, RightStanding } from '#app/domain/rights/data-subject-right.ts';
import type { Confidence } from '#app/domain/rules/confidence.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import type { LocalName } from '#app/domain/rules/local-name.ts';
import { useText } from '#app/i18n/react.tsx';
import { LocalNames } from '../rights/local-names.tsx';
import { STANDING_TONES } from '../rights/standings.ts';
import { Tag } from '../ui/tag.tsx';
import { Mark } from './deadline-derivation.tsx';
import { DeadlineSummary } from './deadline-summary.tsx';

/** A right as it stands somewhere: what the service tells of it. */
export interface RightRow {
  readonly right: DataSubjectRight;
  readonly standing: RightStanding;
  readonly citation: string;
  readonly confidence?: Confidence;
  readonly names?: readonly LocalName[];
  readonly notes: readonly string[];
  readonly contents?: readonly string[];
  readonly instead: DataSubjectRight | null;
  readonly deadline: Deadline | null;
  readonly consequences: readonly string[];
  readonly assurance: string;
}

/** Notes that say once more what the standing of the right says on the same card. */
const SAID_BY_STANDING = ['courtesy_no_legal_right', 'our_policy_not_law'];

/** One right: its name, how it stands, where that is written, until when it is answered. */
export function RightCard({ row }: { row: RightRow }) {
  const t = useText('portal');
  const legal = useText('legal');
  const notes = row.notes.filter((note) => !SAID_BY_STANDING.includes(note));
  return (
    <section className="border-line border-t py-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="font-bold text-lg">{legal(`rights.${row.right}.name`)}</h3>
        <Tag tone={STANDING_TONES[row.standing]}>{legal(`standing.${row.standing}`)}</Tag>
      </div>
      <LocalNames names={row.names ?? []} />
      <p className="mt-1 max-w-measure">{legal(`rights.${row.right}.description`)}</p>
      {row.standing !== 'statutory' && (
        <p className="mt-1 max-w-measure text-ink-soft">{t(`standing.${row.standing}`)}</p>
      )}
      {row.instead && (
        <p className="mt-1 max-w-measure">
          {t('filing.rights.instead', { right: legal(`rights.${row.instead}.name`) })}
        </p>
      )}
      {notes.length > 0 && (
        <ul className="mt-1 grid max-w-measure gap-1 text-ink-soft text-sm">
          {notes.map((note) => (
            <li key={note}>{legal(`notes.${note}`)}</li>
          ))}
        </ul>
      )}
      <p className="mt-1 text-ink-soft text-sm">
        <bdi>{row.citation}</bdi>{' '}
        {row.confidence && row.confidence !== 'certain' && <Mark confidence={row.confidence} />}
      </p>
      {row.deadline && (
        <div className="mt-3">
          <p className="font-semibold text-sm">{t('filing.rights.ifToday')}</p>
          <DeadlineSummary deadline={row.deadline} />
        </div>
      )}
    </section>
  );
}
