import { useText } from '#app/i18n/react.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass } from '../ui/field.tsx';

/** Shows the page as of another day: the version of the law, and what would follow from filing on it. */
export function DayForm(props: { code: string; on: string; today: string }) {
  const t = useText('explorer');
  return (
    <form method="get" action={`/rights/${props.code}`} className="no-print mt-5">
      <label htmlFor="on" className="block font-semibold">
        {t('day.label')}
      </label>
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <input
          type="date"
          id="on"
          name="on"
          defaultValue={props.on}
          min="2000-01-01"
          max="2099-12-31"
          className={controlClass(undefined, 'w-48')}
        />
        <Button look="secondary">{t('day.show')}</Button>
        {props.on !== props.today && <a href={`/rights/${props.code}`}>{t('day.today')}</a>}
      </div>
    </form>
  );
}
