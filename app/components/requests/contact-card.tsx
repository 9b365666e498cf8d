import { useFormats, useText } from '#app/i18n/react.tsx';

/** How the law has people reach who answers, and which language counts. */
export interface ContactCardRow {
  readonly officer: string;
  readonly subjectLineWord: string | null;
  readonly representative: 'none' | 'local_representative' | 'domestic_agent';
  readonly phoneRequired: boolean;
  readonly prevails: string | null;
}

/** Whom to write to: the officer's title, an address that already carries the word a law wants, and what else it wants. */
export function ContactCard({ address, card }: { address: string; card: ContactCardRow | null }) {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const word = card?.subjectLineWord;
  const href = word ? `mailto:${address}?subject=${encodeURIComponent(`${word}: `)}` : `mailto:${address}`;
  const lines = [
    word && t('addenda.contact.subjectLine', { word: `\u2068${word}\u2069` }),
    card && card.representative !== 'none' && t(`addenda.contact.${card.representative}`),
    card?.phoneRequired && t('addenda.contact.phone'),
    card?.prevails && t('addenda.contact.prevails', { language: format.language(card.prevails) }),
  ].filter(Boolean);
  return (
    <>
      {card && <span className="block">{legal(`officers.${card.officer}`)}</span>}
      <a href={href} dir="ltr" className="break-all">
        {address}
      </a>
      {lines.map((line) => (
        <span key={String(line)} className="block text-ink-soft text-sm">
          {line}
        </span>
      ))}
    </>
  );
}
