import type { ReactNode } from 'react';
import { useFormats, useText } from '#app/i18n/react.tsx';

/** How the law has people reach who answers, and which language counts. */
export interface ContactCardRow {
  readonly officer: string;
  readonly subjectLineWord: string | null;
  readonly representative: 'none' | 'local_representative' | 'domestic_agent';
  readonly phoneRequired: boolean;
  readonly prevails: string | null;
}

/** What the controller of the place has beside an address; null what it has not. */
export interface ControllerReach {
  readonly phone: string | null;
  readonly representative: RepresentativeRow | null;
}

interface RepresentativeRow {
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
}

interface ContactCardProps {
  readonly address: string;
  readonly card: ContactCardRow | null;
  readonly reach: ControllerReach | null;
  /** Where the officer gets letters, when it is not the controller's address. */
  readonly postal?: string | null | undefined;
}

/**
 * Whom to write to: the officer's title, an address that already carries the word a law wants, and what else it wants.
 * A representative is only spoken of when one is named.
 */
export function ContactCard({ address, card, reach, postal }: ContactCardProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const word = card?.subjectLineWord;
  const subject = word ? `?subject=${encodeURIComponent(`${word}: `)}` : '';
  const represented = card && card.representative !== 'none' ? card.representative : null;
  const phone = (represented || card?.phoneRequired) && reach?.phone;
  return (
    <>
      {card && <span className="block">{legal(`officers.${card.officer}`)}</span>}
      <MailTo address={address} subject={subject} />
      {postal && <bdi className="block whitespace-pre-line">{postal}</bdi>}
      {word && <Line>{t('addenda.contact.subjectLine', { word: `\u2068${word}\u2069` })}</Line>}
      {phone && (
        <Line>
          {t('addenda.contact.telephone')}{' '}
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} dir="ltr">
            {phone}
          </a>
        </Line>
      )}
      {card?.phoneRequired && !phone && <Line>{t('addenda.contact.phone')}</Line>}
      {represented && reach?.representative && (
        <>
          <Line>{t(`addenda.contact.${represented}`)}</Line>
          <Representative {...reach.representative} subject={subject} />
        </>
      )}
      {card?.prevails && (
        <Line>{t('addenda.contact.prevails', { language: format.language(card.prevails) })}</Line>
      )}
    </>
  );
}

function Representative({ name, address, email, subject }: RepresentativeRow & { subject: string }) {
  return (
    <span className="block">
      <bdi className="block">{name}</bdi>
      {address && <bdi className="block whitespace-pre-line">{address}</bdi>}
      {email && <MailTo address={email} subject={subject} />}
    </span>
  );
}

function MailTo({ address, subject }: { address: string; subject: string }) {
  return (
    <a href={`mailto:${address}${subject}`} dir="ltr" className="break-all">
      {address}
    </a>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <span className="block text-ink-soft text-sm">{children}</span>;
}
