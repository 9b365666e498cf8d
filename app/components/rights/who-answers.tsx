import type { Duties } from '#app/domain/rules/pack-duties.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ControllerView } from '#app/services/requests/describe-rights.ts';
import { Facts } from './facts.tsx';
import { NoteList } from './note-list.tsx';

/** The legal person that answers, and who stands for it where the law wants somebody near. */
export type Controller = Omit<ControllerView, 'contactEmail'>;

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
  const representative = controller?.representative;
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
          value: <Mailbox address={contactEmail} />,
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
        // Spoken of only when somebody is named: that one is appointed is no fact of the law.
        contact &&
          contact.representative !== 'none' &&
          representative && {
            key: 'representative',
            term: t(`who.${contact.representative}`),
            value: <bdi>{representative.name}</bdi>,
            more: (
              <>
                {representative.address && (
                  <bdi className="block whitespace-pre-line">{representative.address}</bdi>
                )}
                {representative.email && <Mailbox address={representative.email} />}
              </>
            ),
            source: contact,
          },
        !!controller?.phone &&
          (contact?.phoneRequired || contact?.channels.includes('phone')) && {
            key: 'phone',
            term: t('who.phone'),
            value: (
              <a href={`tel:${controller.phone.replace(/[^\d+]/g, '')}`} dir="ltr">
                {controller.phone}
              </a>
            ),
          },
      ]}
    />
  );
}

function Mailbox({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} dir="ltr" className="break-all">
      {address}
    </a>
  );
}
