import { useFormats, useText } from '#app/i18n/react.tsx';

type Data = Readonly<Record<string, unknown>>;

/** Says an entry of the log in words: `entry.<kind>` with its figures, and the event for a move of an item. */
export function useEntryText(): (kind: string, data: Data) => string {
  const t = useText('officer');
  const format = useFormats();
  return (kind, data) => {
    if (kind === 'item.event') return t(`event.${String(data.event)}`);
    if (kind === 'clock.event')
      return t('entry.clock_event', { event: t(`clockEvent.${String(data.event)}`) });
    const key = `entry.${kind.replaceAll('.', '_')}`;
    const due = typeof data.due === 'string' ? data.due : null;
    if (kind === 'deadline.computed')
      return due ? t('entry.deadline_computed', { date: format.date(due) }) : t('entry.deadline_none');
    return t(key);
  };
}
