import type { SteerSource } from '#app/domain/lifecycle/queue-reason.ts';
import type { Confidence } from '#app/domain/rules/deadline.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { Tag } from '../ui/tag.tsx';

interface DueDateProps {
  /** A plain date or an instant; null where no date is promised. */
  readonly by: string | null;
  readonly timezone: string;
  readonly days: number | null;
  readonly late: boolean;
  readonly source: SteerSource;
  readonly confidence: Confidence | null;
}

/** Until when to work, how long that is, whose date it is, and how sure. */
export function DueDate(props: DueDateProps) {
  const t = useText('officer');
  const format = useFormats();
  if (!props.by) return <span className="text-ink-soft">{t('due.none')}</span>;
  const date = props.by.includes('T')
    ? format.dateTime(props.by, props.timezone)
    : format.shortDate(props.by);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <time dateTime={props.by} className="figures font-semibold">
        {date}
      </time>
      {props.late ? (
        <Tag tone="danger">{t('due.late', { count: -(props.days ?? 0) })}</Tag>
      ) : (
        <DaysLeft days={props.days} />
      )}
      <span className="text-ink-soft text-sm">
        {t(`due.source.${props.source}`)}
        <ConfidenceMark confidence={props.confidence} />
      </span>
    </span>
  );
}

function DaysLeft({ days }: { days: number | null }) {
  const format = useFormats();
  if (days === null) return null;
  return days <= 3 ? (
    <Tag tone="warning">{format.relativeDays(days)}</Tag>
  ) : (
    <span>{format.relativeDays(days)}</span>
  );
}

/** A mark behind what the law does not say beyond doubt. */
export function ConfidenceMark({ confidence }: { confidence: Confidence | null }) {
  const t = useText('officer');
  if (confidence === null || confidence === 'certain') return null;
  return <> ({t(`due.confidence.${confidence}`)})</>;
}
