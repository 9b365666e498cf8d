import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { Timeline } from '../ui/timeline.tsx';

interface MomentRow {
  readonly what: string;
  readonly at: string;
  readonly right: DataSubjectRight | null;
}

/** What has happened to a request, as the log has it. */
export function History({ moments, zone }: { moments: readonly MomentRow[]; zone: string }) {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const entries = moments.map(({ what, at, right }, index) => ({
    key: `${index} ${what}`,
    title: t(`case.timeline.${what}`),
    when: format.dateTime(at, zone),
    dateTime: at,
    ...(right ? { detail: legal(`rights.${right}.name`) } : {}),
    standing: index === moments.length - 1 ? ('current' as const) : ('past' as const),
  }));
  return (
    <section>
      <h2 className="font-bold text-xl">{t('case.history')}</h2>
      <Timeline entries={entries} />
    </section>
  );
}
