import { type SubjectText, textFor } from '#app/domain/data-map/data-map.ts';
import { QUEUE_STATES } from '#app/domain/lifecycle/queue-state.ts';
import { RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';
import { useLocale, useText } from '#app/i18n/react.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';

interface QueueFiltersProps {
  readonly state: string;
  readonly right: string | null;
  readonly jurisdiction: string | null;
  readonly mine: boolean;
  readonly service: string | null;
  /** Services to choose from; a choice is shown where there are several. */
  readonly services: readonly { readonly id: string; readonly name: SubjectText }[];
}

/** Narrows the queue; its choices are no personal data, so they may stand in the address. */
export function QueueFilters(props: QueueFiltersProps) {
  const t = useText('officer');
  const legal = useText('legal');
  const locale = useLocale();
  return (
    <form method="get" action="/officer" className="flex flex-wrap items-end gap-x-4 gap-y-3 *:mt-0">
      <Select
        label={t('queue.filter.state')}
        name="state"
        defaultValue={props.state}
        options={QUEUE_STATES.map((value) => ({ value, label: t(`queue.state.${value}`) }))}
      />
      <Select
        label={t('queue.filter.right')}
        name="right"
        placeholder={t('queue.filter.any')}
        defaultValue={props.right ?? undefined}
        options={RIGHTS.map((value) => ({ value, label: legal(`rights.${value}.name`) }))}
      />
      <Select
        label={t('queue.filter.law')}
        name="law"
        placeholder={t('queue.filter.any')}
        defaultValue={props.jurisdiction ?? undefined}
        options={JURISDICTIONS.map((value) => ({ value, label: legal(`jurisdictions.${value}`) }))}
      />
      {props.services.length > 1 && (
        <Select
          label={legal('service.term')}
          name="service"
          placeholder={t('queue.filter.any')}
          defaultValue={props.service ?? undefined}
          options={props.services.map(({ id, name }) => ({ value: id, label: textFor(name, locale) }))}
        />
      )}
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input type="checkbox" name="mine" defaultChecked={props.mine} className="size-6 accent-accent" />
        {t('queue.filter.mine')}
      </label>
      <Button look="secondary">{t('queue.filter.apply')}</Button>
    </form>
  );
}
