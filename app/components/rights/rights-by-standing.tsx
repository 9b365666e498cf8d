import type { TerritoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { useText } from '#app/i18n/react.tsx';
import { RightEntry } from './right-entry.tsx';
import { STANDING_ORDER } from './standings.ts';

interface RightsByStandingProps {
  readonly view: Pick<TerritoryView, 'rights' | 'layers'>;
}

/** The rights of a place, sorted by what they are there: a courtesy never stands among the rights. */
export function RightsByStanding({ view }: RightsByStandingProps) {
  const t = useText('explorer');
  const legal = useText('legal');
  const composed = view.layers.length > 1;
  return STANDING_ORDER.map((standing) => {
    const rules = view.rights.filter((rule) => rule.standing === standing);
    if (rules.length === 0) return null;
    return (
      <section key={standing} aria-labelledby={`standing-${standing}`} className="mt-9">
        <h3 id={`standing-${standing}`} className="font-bold text-lg">
          {t(`standing.${standing}.title`)}
        </h3>
        <p className="mt-1 max-w-measure text-ink-soft">{t(`standing.${standing}.lead`)}</p>
        {rules.map((rule) => (
          <RightEntry
            key={rule.right}
            rule={rule}
            law={composed ? legal(`packs.${rule.pack}.name`) : undefined}
          />
        ))}
      </section>
    );
  });
}
