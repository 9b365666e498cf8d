import type { Duties } from '#app/domain/rules/pack-duties.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { Facts } from './facts.tsx';
import { NoteList } from './note-list.tsx';

/** The legal person that answers. */
export interface Controller {
  readonly name: string;
  readonly address: string;
}

interface WhoAnswersProps {
  readonly controller: Controller | null;
  readonly contactEmail: string | null;
  readonly duties: Duties | null;
}

/** Which legal person answers here, whom to write to, and how. */
export function WhoAnswers({ controller, contactEmail, duties }: WhoAnswersProps) {
  const t = useText('explorer');
  const legal = useText('legal');
  const format = useFormats();
  const contact = duties?.contact;
  return (
    <Facts
      facts={[
        controller && {
          key: 'controller',
          term: t('who.controller'),
          value: <bdi>{controller.name}</bdi>,
          more: (
            <>
              <bdi className="block whitespace-pre-line">{controller.address}</bdi>
              {duties && <NoteList notes={duties.controller.notes} />}
            </>
          ),
          ...(duties && { source: duties.controller }),
        },
        contactEmail !== null && {
          key: 'contact',
          term: legal(`officers.${contact?.officer ?? 'privacy_officer'}`),
          value: (
            <a href={`mailto:${contactEmail}`} dir="ltr" className="break-all">
              {contactEmail}
            </a>
          ),
          more: contact?.subjectLineWord && (
            <>
              {t('who.subjectLine')} <bdi className="font-semibold">{contact.subjectLineWord}</bdi>
            </>
          ),
          ...(contact && { source: contact }),
        },
        contact && {
          key: 'channels',
          term: t('who.channels'),
          value: format.list(contact.channels.map((channel) => t(`who.channel.${channel}`))),
          more: contact.selfServiceFirst && t('who.selfService'),
        },
        contact &&
          contact.representative !== 'none' && {
            key: 'representative',
            term: t('who.representative'),
            value: t(`who.has.${contact.representative}`),
          },
      ]}
    />
  );
}
