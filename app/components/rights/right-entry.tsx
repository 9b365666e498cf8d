import type { DescribedRight } from '#app/domain/rules/explorer/territory-view.ts';
import { isOwnLimit } from '#app/domain/rules/own-limit.ts';
import { useText } from '#app/i18n/react.tsx';
import { StatusTag } from '../ui/tag.tsx';
import { Citation } from './citation.tsx';
import { type Fact, FactGrid } from './facts.tsx';
import { LocalNames } from './local-names.tsx';
import { NoteList } from './note-list.tsx';
import { useExtensionText, usePeriodText } from './period-text.ts';
import { RefusalGrounds } from './refusal-grounds.tsx';
import { STANDING_TONES } from './standings.ts';

interface RightEntryProps {
  readonly rule: DescribedRight;
  /** The law that it comes from, where several apply. */
  readonly law?: string | undefined;
}

/** One right of a place: what it is here, how long an answer may take, what is needed, where it is written. */
export function RightEntry({ rule, law }: RightEntryProps) {
  const t = useText('explorer');
  const legal = useText('legal');
  const facts = useRightFacts(rule);
  return (
    <article
      id={rule.right}
      aria-labelledby={`${rule.right}-name`}
      className="gap-x-10 border-line border-b py-7 lg:grid lg:grid-cols-[17rem_1fr] print:grid print:grid-cols-[10rem_1fr] print:gap-x-6 print:py-4"
    >
      <div className="max-lg:mb-4">
        <h4 id={`${rule.right}-name`} className="mb-1 font-bold text-lg leading-snug">
          {legal(`rights.${rule.right}.name`)}
        </h4>
        <LocalNames names={rule.names} />
        <StatusTag state={rule.standing} tones={STANDING_TONES}>
          {legal(`standing.${rule.standing}`)}
        </StatusTag>
        <p className="mt-2 max-w-measure text-ink-soft text-sm">
          {legal(`rights.${rule.right}.description`)}
        </p>
        {law && (
          <p className="mt-2 text-sm">
            {t('right.from')} <bdi className="font-semibold">{law}</bdi>
          </p>
        )}
      </div>
      <div>
        <FactGrid facts={facts} />
        <NoteList notes={rule.notes} />
        {rule.conditions && (
          <div className="mt-2">
            <p className="text-sm">{t('right.conditions')}</p>
            <NoteList notes={rule.conditions.items} />
            <Citation source={rule.conditions} />
          </div>
        )}
        <p className="mt-2 flex flex-wrap gap-x-2 text-sm">
          <span className="text-ink-soft">{t('right.basis')}:</span>
          <Citation source={rule} />
        </p>
        <RefusalGrounds rule={rule} />
      </div>
    </article>
  );
}

/** What the pack says about the right's time and proof. Where it says nothing, there is no line. */
function useRightFacts(rule: DescribedRight): (Fact | false)[] {
  const t = useText('explorer');
  const legal = useText('legal');
  const period = usePeriodText();
  const extension = useExtensionText();
  const { response, smallController, acknowledgement: ack, extension: more, promise, guidance } = rule;
  const byLaw = rule.standing === 'statutory';
  const alive = byLaw || rule.standing === 'policy_only' || rule.standing === 'discretionary';
  return [
    response !== undefined &&
      byLaw && {
        key: 'response',
        term: t(isOwnLimit(rule) ? 'right.ownLimit' : 'right.answer'),
        value: period(response.period),
        source: response,
      },
    response !== undefined &&
      !byLaw &&
      alive &&
      !promise && {
        key: 'policy',
        term: t('right.byPolicy'),
        value: period(response.period),
        source: response,
      },
    smallController !== undefined &&
      byLaw && {
        key: 'small',
        term: t('right.small'),
        value: period(smallController.period),
        source: smallController,
      },
    ack !== undefined &&
      byLaw && {
        key: 'ack',
        term: t('right.ack'),
        value: period(ack.period),
        more: ack.small && t('right.ackSmall', { period: period(ack.small.period) }),
        source: ack,
      },
    more !== undefined &&
      byLaw && {
        key: 'extension',
        term: t('right.extension'),
        value: extension(more),
        more: <ExtensionTerms rule={rule} />,
        source: more,
      },
    promise !== undefined &&
      alive && {
        key: 'promise',
        term: t('right.promise'),
        value: period(promise.period),
        more: byLaw ? t('right.promiseNotLaw') : undefined,
        source: promise,
      },
    guidance !== undefined &&
      alive && {
        key: 'guidance',
        term: t('right.guidance'),
        value: period(guidance.period),
        more: t('right.guidanceNotLaw'),
        source: guidance,
      },
    alive && { key: 'proof', term: t('right.proof'), value: legal(`assurance.${rule.assurance}`) },
    rule.instead !== undefined && {
      key: 'instead',
      term: t('right.instead'),
      value: <a href={`#${rule.instead}`}>{legal(`rights.${rule.instead}.name`)}</a>,
    },
  ];
}

/** What an extension needs to be lawful. */
function ExtensionTerms({ rule }: { rule: DescribedRight }) {
  const t = useText('explorer');
  const { extension } = rule;
  if (!extension) return null;
  return (
    <>
      <p className="text-sm">
        {t(extension.times === 2 ? 'extension.noticeByTwice' : 'extension.noticeBy')}{' '}
        {extension.reasonsRequired && t('extension.reasons')}{' '}
        {extension.statesUntilWhen && t('extension.untilWhen')}
      </p>
      {extension.notes && <NoteList notes={extension.notes} />}
    </>
  );
}
