import { useFormats } from '#app/i18n/react.tsx';

/** Writes a date of a deadline: a day in words, or the hour and its zone where the law counts hours. */
export function useDeadlineDate(): (iso: string, zone: string) => string {
  const format = useFormats();
  return (iso, zone) => (iso.includes('T') ? format.dateTime(iso, zone) : format.weekday(iso));
}

/** A date of a deadline in the reader's words, and for machines. */
export function DeadlineDate(props: { iso: string; zone: string }) {
  const write = useDeadlineDate();
  return (
    <time dateTime={props.iso} className="figures">
      {write(props.iso, props.zone)}
    </time>
  );
}
