import { useText } from '#app/i18n/react.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';

/** A place as the reader calls it. */
export interface Place {
  readonly code: string;
  readonly name: string;
  /** Whether a law is described there, and not our policy alone. */
  readonly described: boolean;
}

/** One choice out of all places; a plain form, since the address of a page is made from the code. */
export function PlaceChooser({ places }: { places: readonly Place[] }) {
  const t = useText('explorer');
  const options = places.map(({ code, name, described }) => ({
    value: code,
    label: described ? t('index.withLaw', { place: name }) : name,
  }));
  return (
    <form method="get" action="/rights" className="no-print my-8 max-w-measure">
      <Select
        name="place"
        label={t('index.choose')}
        hint={t('index.chooseHint')}
        placeholder={t('index.placeholder')}
        options={options}
      />
      <div className="mt-4">
        <Button>{t('index.show')}</Button>
      </div>
    </form>
  );
}

/** Every place as a link, by name; those with a law of their own stand out, and say so. */
export function PlaceIndex({ places }: { places: readonly Place[] }) {
  const t = useText('explorer');
  return (
    <ul className="mt-4 gap-x-8 text-sm sm:columns-2 lg:columns-3">
      {places.map(({ code, name, described }) => (
        <li key={code} className="break-inside-avoid py-1">
          <a href={`/rights/${code}`} className={described ? 'font-semibold' : undefined}>
            {name}
          </a>
          {described && <span className="text-ink-soft"> {t('index.mark')}</span>}
        </li>
      ))}
    </ul>
  );
}
