import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { LawLayer } from '#app/domain/rules/explorer/law-layers.ts';
import type { Suspension } from '#app/domain/rules/pack-clock.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { type Fact, Facts } from './facts.tsx';
import { usePeriodText } from './period-text.ts';

interface TimeCountingProps {
  readonly layer: LawLayer;
}

/** How a law counts: which day is the first, which the last, and what stops the time. */
export function TimeCounting({ layer }: TimeCountingProps) {
  const t = useText('explorer');
  const legal = useText('legal');
  const pause = usePauseText();
  const { start, rollover, businessDays, suspensions, zone } = layer.clock;
  const facts: (Fact | false)[] = [
    {
      key: 'start',
      term: t('count.start'),
      value: t(`count.startOn.${start.event}`),
      more: (
        <>
          {t('count.zone')} <bdi>{zone}</bdi>
        </>
      ),
      source: start,
    },
    {
      key: 'rollover',
      term: t('count.rollover'),
      value: legal(`rollover.${rollover.moves === 'none' ? 'none' : rollover.weekend}`),
      more:
        rollover.moves === 'to_next_working_day' &&
        t('count.holidaysOf', { calendar: legal(`calendars.${rollover.calendar}`) }),
      source: rollover,
    },
    businessDays !== undefined && {
      key: 'business',
      term: t('count.business'),
      value: t('count.holidays', {
        weekend: t(`count.weekend.${businessDays.weekend}`),
        calendar: legal(`calendars.${businessDays.calendar}`),
      }),
      source: businessDays,
    },
    suspensions.length === 0 && { key: 'pauses', term: t('count.pauses'), value: t('count.noPause') },
    ...suspensions.map((suspension) => ({
      key: `${suspension.effect} ${suspension.ground}`,
      term: t(suspension.effect === 'tolerated' ? 'count.tolerated' : 'count.pauses'),
      value: pause(suspension).text,
      more: pause(suspension).rights,
      source: suspension,
    })),
  ];
  return <Facts facts={facts} />;
}

function usePauseText(): (suspension: Suspension) => { text: string; rights: string | undefined } {
  const t = useText('explorer');
  const rights = useRightNames();
  const period = usePeriodText();
  return (suspension) => ({
    text: t(`count.${suspension.effect}_${suspension.ground}`, {
      ...(suspension.effect === 'reflection' && {
        period: period({ amount: suspension.days, unit: 'calendar_day' }),
      }),
    }),
    rights:
      suspension.rights === 'all' ? undefined : t('count.onlyFor', { rights: rights(suspension.rights) }),
  });
}

/** Names of rights as a list in a sentence. */
export function useRightNames(): (rights: readonly DataSubjectRight[]) => string {
  const legal = useText('legal');
  const format = useFormats();
  return (rights) => format.list(rights.map((right) => legal(`rights.${right}.name`)));
}
