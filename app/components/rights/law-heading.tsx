import type { LawLayer, VersionChoice } from '#app/domain/rules/explorer/law-layers.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { Citation } from './citation.tsx';
import { NoteList } from './note-list.tsx';

interface LawHeadingProps {
  readonly layer: LawLayer;
  /** Whether the layer lies below another one. */
  readonly base: boolean;
  readonly code: string;
}

/** Which law it is, since when it reads so, and the versions before and after it. */
export function LawHeading({ layer, base, code }: LawHeadingProps) {
  const t = useText('explorer');
  const legal = useText('legal');
  const validity = useValidity();
  const name = legal(`packs.${layer.pack}.name`);
  return (
    <div className="border-line border-t py-5 sm:grid sm:grid-cols-[minmax(8rem,12rem)_1fr] sm:gap-x-8">
      <p className="text-ink-soft text-sm sm:pt-1">
        {layer.jurisdiction === 'ROW'
          ? t('law.policy')
          : t(base ? 'law.base' : 'law.own', { place: legal(`jurisdictions.${layer.jurisdiction}`) })}
      </p>
      <div>
        <p className="font-semibold text-lg leading-snug">{name}</p>
        {layer.jurisdiction !== 'ROW' && layer.law.name !== name && (
          <p>
            <bdi>{layer.law.name}</bdi>
          </p>
        )}
        <Citation source={layer.law} />
        <NoteList notes={layer.notes} />
        {layer.versions.length > 1 ? (
          <VersionLinks versions={layer.versions} code={code} />
        ) : (
          layer.versions.map((version) => (
            <p key={version.from} className="mt-2">
              {validity(version)}
            </p>
          ))
        )}
      </div>
    </div>
  );
}

/** From when to when a version applies, as a sentence. */
export function useValidity(): (version: VersionChoice) => string {
  const t = useText('explorer');
  const format = useFormats();
  return ({ from, to, when }) => {
    if (to) return t('version.fromTo', { from: format.date(from), to: format.date(to) });
    return t(when === 'to_come' ? 'version.fromOn' : 'version.since', { from: format.date(from) });
  };
}

/** The dated states of a law as links: each shows the page as of a day on which it governs. */
export function VersionLinks(props: { versions: readonly VersionChoice[]; code: string }) {
  const t = useText('explorer');
  const validity = useValidity();
  return (
    <nav aria-label={t('version.label')} className="mt-2 text-sm">
      <ul className="flex flex-wrap gap-x-5">
        {props.versions.map((version) => (
          <li key={version.from} className="inline-flex min-h-8 items-center gap-1.5">
            {version.shown ? (
              <span aria-current="true" className="font-semibold">
                {validity(version)}
              </span>
            ) : (
              <a href={`/rights/${props.code}?on=${version.shownOn}`}>{validity(version)}</a>
            )}
            <span className="text-ink-soft">({t(`version.${version.when}`)})</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
