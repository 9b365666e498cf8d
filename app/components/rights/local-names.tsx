import type { LocalName } from '#app/domain/rules/local-name.ts';
import { useText } from '#app/i18n/react.tsx';
import { Mark } from '../requests/deadline-derivation.tsx';

/** The words of the law for a right, each in its own language and direction; nothing where it has none. */
export function LocalNames({ names }: { names: readonly LocalName[] }) {
  const legal = useText('legal');
  if (names.length === 0) return null;
  return (
    <p className="mb-1 max-w-measure text-sm">
      <span className="text-ink-soft">{legal('localName')}</span>{' '}
      {names.map(({ lang, term, citation, confidence }, index) => (
        <span key={`${lang} ${term}`}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <span lang={lang} dir="auto" title={citation} className="font-semibold [unicode-bidi:isolate]">
            {term}
          </span>
          {confidence !== 'certain' && (
            <>
              {' '}
              <Mark confidence={confidence} />
            </>
          )}
        </span>
      ))}
    </p>
  );
}
