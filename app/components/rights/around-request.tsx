import { ageRule } from '#app/domain/rules/age-rule.ts';
import type { Duties } from '#app/domain/rules/pack-duties.ts';
import { useFormats, useLocale, useText } from '#app/i18n/react.tsx';
import { type Fact, Facts } from './facts.tsx';
import { NoteList } from './note-list.tsx';
import { usePeriodText } from './period-text.ts';
import { useRightNames } from './time-counting.tsx';

interface AroundRequestProps {
  readonly duties: Duties;
  /** Names of languages by their tags, made on the server. */
  readonly languages: Readonly<Record<string, string>>;
}

/** What a law says around a request: proof, cost, helpers, age, language, how far back, how long it is kept. */
export function AroundRequest({ duties, languages }: AroundRequestProps) {
  const facts = [
    useIdentity(duties.identity),
    useFees(duties.fees),
    useAgents(duties.agents),
    useAges(duties.ages),
    useLanguage(duties.language, languages),
    ...useScope(duties),
  ];
  return <Facts facts={facts} />;
}

function useIdentity(identity: Duties['identity']): Fact {
  const t = useText('explorer');
  const legal = useText('legal');
  return {
    key: 'identity',
    term: t('around.identity'),
    value: legal(`assurance.${identity.standard}`),
    more: <NoteList notes={identity.notes} />,
    source: identity,
  };
}

function useFees(fees: Duties['fees']): Fact {
  const t = useText('explorer');
  const legal = useText('legal');
  const locale = useLocale();
  const rights = useRightNames();
  const lines = [
    fees.cap && t('fee.cap', { amount: money(locale, fees.cap) }),
    fees.freeTimesPerYear && t('fee.timesPerYear', { count: fees.freeTimesPerYear }),
    fees.alwaysFree.length > 0 && t('fee.alwaysFree', { rights: rights(fees.alwaysFree) }),
    fees.estimateFirst && t('fee.estimateFirst'),
  ].filter(Boolean);
  return {
    key: 'fee',
    term: t('around.fee'),
    value: legal(`fees.${fees.rule}`),
    more: <Lines lines={lines as string[]} notes={fees.notes} />,
    source: fees,
  };
}

/** An amount in the currency of the law, in Latin digits like every figure here. */
function money(locale: string, { amount, currency }: { amount: number; currency: string }): string {
  const style = { style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, style).format(amount);
}

function useAgents(agents: Duties['agents']): Fact {
  const t = useText('explorer');
  const legal = useText('legal');
  const rights = useRightNames();
  const lines = [
    agents.rights !== 'all' && t('agents.onlyFor', { rights: rights(agents.rights) }),
    agents.mayConfirmWithSubject && t('agents.mayConfirm'),
  ].filter(Boolean);
  return {
    key: 'agents',
    term: t('around.agents'),
    value: legal(`proof.${agents.proof}`),
    more: <Lines lines={lines as string[]} notes={agents.notes} />,
    source: agents,
  };
}

function useAges(ages: Duties['ages']): Fact {
  const t = useText('explorer');
  return {
    key: 'ages',
    term: t('around.ages'),
    value:
      ages.statutory === null ? t('ages.noFixed') : t(`ages.${ageRule(ages.notes)}`, { age: ages.statutory }),
    more: <Lines lines={[t('ages.service', { age: ages.service })]} notes={ages.notes} />,
    source: ages,
  };
}

function useLanguage(language: Duties['language'], languages: AroundRequestProps['languages']): Fact {
  const nameOf = (tag: string) => languages[tag] ?? tag;
  const t = useText('explorer');
  const format = useFormats();
  const names = format.list(language.required.map(nameOf));
  const prevails = language.prevails ? [t('language.prevails', { language: nameOf(language.prevails) })] : [];
  return {
    key: 'language',
    term: t('around.language'),
    value: language.required.length > 0 ? t('language.required', { languages: names }) : t('language.none'),
    more: <Lines lines={prevails} notes={language.notes} />,
    source: language,
  };
}

function useScope({ lookback, accessContents, records }: Duties): (Fact | false)[] {
  const t = useText('explorer');
  const format = useFormats();
  const period = usePeriodText();
  return [
    lookback !== undefined && {
      key: 'lookback',
      term: t('around.lookback'),
      value: t('lookback.reach', { period: period({ amount: lookback.months, unit: 'calendar_month' }) }),
      more: (
        <Lines
          lines={
            lookback.onRequestSince
              ? [t('lookback.since', { date: format.date(lookback.onRequestSince) })]
              : []
          }
          notes={lookback.notes}
        />
      ),
      source: lookback,
    },
    accessContents !== undefined && {
      key: 'contents',
      term: t('around.contents'),
      value: null,
      more: <NoteList notes={accessContents.items} />,
      source: accessContents,
    },
    {
      key: 'records',
      term: t('around.records'),
      value:
        records.months === null
          ? t('records.noFixed')
          : t('records.kept', { period: period({ amount: records.months, unit: 'calendar_month' }) }),
      source: records,
    },
  ];
}

function Lines({ lines, notes }: { lines: readonly string[]; notes: readonly string[] }) {
  if (lines.length + notes.length === 0) return null;
  return (
    <div className="space-y-1">
      {lines.map((line) => (
        <p key={line} className="text-sm">
          {line}
        </p>
      ))}
      <NoteList notes={notes} />
    </div>
  );
}
