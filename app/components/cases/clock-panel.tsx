import type { Deadline } from '#app/domain/rules/deadline.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ItemView } from '#app/services/cases/read-case-items.ts';
import { DeadlineDerivation } from '../requests/deadline-derivation.tsx';
import { Details } from '../ui/details.tsx';
import { Tag } from '../ui/tag.tsx';
import { DueDate } from './due-date.tsx';

/** The clock of one item: the date to work by, every date under its own name, the state, and how they come about. */
export function ClockPanel({ item, late }: { item: ItemView; late: boolean }) {
  const t = useText('officer');
  const legal = useText('legal');
  const { deadline } = item;
  if (!deadline) return <p className="text-ink-soft">{t('clock.notDescribed')}</p>;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="text-ink-soft">{legal('dates.steer')}:</span>
        <DueDate
          by={deadline.steerBy}
          timezone={deadline.timezone}
          days={item.days}
          late={late}
          source={item.source}
          confidence={deadline.confidence}
        />
        <Tag tone={deadline.clock.state === 'running' ? 'neutral' : 'warning'}>
          {t('clock.state', { state: legal(`clock.state.${deadline.clock.state}`) })}
        </Tag>
      </p>
      <OtherDates deadline={deadline} />
      {deadline.derivation.length > 0 && (
        <Details summary={t('clock.derivation')}>
          <DeadlineDerivation deadline={deadline} label={t('clock.derivation')} />
          <p className="text-ink-soft text-sm">
            {t('clock.pack')} <bdi>{`${deadline.pack} ${deadline.version}`}</bdi>
          </p>
        </Details>
      )}
    </div>
  );
}

/** Dates beside the one to work by, each named for what it is. */
function OtherDates({ deadline }: { deadline: Deadline }) {
  const legal = useText('legal');
  const format = useFormats();
  const dates = [
    ['due', deadline.dueNow ?? deadline.due],
    ['due_unrolled', deadline.dueUnrolled],
    ['ack', deadline.ackDue],
    ['extended', deadline.extensionsUsed === 0 ? deadline.extendedDue : null],
    ['second_extended', deadline.extensionsUsed < 2 ? deadline.secondExtendedDue : null],
    ['notice', deadline.extensionNoticeBy],
    ['policy', deadline.policyDue],
    ['guidance', deadline.guidanceDue],
  ] as const;
  const shown = dates.filter((entry): entry is [(typeof entry)[0], string] => entry[1] !== null);
  if (shown.length === 0) return null;
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
      {shown.map(([name, date]) => (
        <div key={name} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-soft">{legal(`dates.${name}`)}:</dt>
          <dd>
            <time dateTime={date} className="figures">
              {date.includes('T') ? format.dateTime(date, deadline.timezone) : format.shortDate(date)}
            </time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
