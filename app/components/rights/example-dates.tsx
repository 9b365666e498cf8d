import type { Deadline } from '#app/domain/rules/deadline.ts';
import type { DerivedDate } from '#app/domain/rules/deadline-derivation.ts';
import type { ExampleDeadline } from '#app/domain/rules/explorer/example-deadlines.ts';
import { useText } from '#app/i18n/react.tsx';
import { DeadlineDate } from '../requests/deadline-date.tsx';
import { DeadlineDerivation } from '../requests/deadline-derivation.tsx';
import { Details } from '../ui/details.tsx';
import { Doubt } from './citation.tsx';
import { useRightNames } from './time-counting.tsx';

/** The ways to the dates, each with a name of its own. What the office steers by is left out: that is its own affair. */
const WAYS = {
  due: ['clock', 'ack', 'due'],
  extended: ['extended', 'second_extended', 'notice'],
  policy: ['policy'],
  guidance: ['guidance'],
} as const satisfies Record<string, readonly DerivedDate[]>;

/** The dates of a request that would be filed on the page's day, and how each comes about. */
export function ExampleDates({ example }: { example: ExampleDeadline }) {
  const t = useText('explorer');
  const names = useRightNames();
  const { deadline, rights } = example;
  return (
    <article className="mt-5 rounded-md border border-line bg-surface p-5">
      <h3 className="font-bold text-lg">
        {names(rights)}
        <span className="font-normal text-sm">
          <Doubt confidence={deadline.confidence} />
        </span>
      </h3>
      <dl className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {datesOf(deadline).map(([key, iso]) => (
          <div key={key}>
            <dt className="text-ink-soft text-sm">{t(`example.${key}`)}</dt>
            <dd className={key === 'due' ? 'font-bold' : 'font-semibold'}>
              <DeadlineDate iso={iso} zone={deadline.timezone} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="-mb-3">
        <Details summary={t('example.why')}>
          <Ways deadline={deadline} />
        </Details>
      </div>
    </article>
  );
}

function Ways({ deadline }: { deadline: Deadline }) {
  const t = useText('explorer');
  const ways = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((way) =>
    deadline.derivation.some(({ of }) => (WAYS[way] as readonly DerivedDate[]).includes(of)),
  );
  return ways.map((way) => (
    <div key={way}>
      <h4 className="font-semibold">{t(`example.${way}`)}</h4>
      <DeadlineDerivation deadline={deadline} of={WAYS[way]} label={t(`example.${way}`)} />
    </div>
  ));
}

/** The dates that a deadline has, in the order in which they matter. */
function datesOf(deadline: Deadline): [string, string][] {
  const all: [string, string | null][] = [
    ['due', deadline.due],
    ['ack', deadline.ackDue],
    ['notice', deadline.extensionNoticeBy],
    ['extended', deadline.extendedDue],
    ['second_extended', deadline.secondExtendedDue],
    ['policy', deadline.policyDue],
    ['guidance', deadline.guidanceDue],
  ];
  return all.filter((entry): entry is [string, string] => entry[1] !== null);
}
