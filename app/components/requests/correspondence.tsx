import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { Details } from '../ui/details.tsx';

interface MessageRow {
  readonly id: string;
  readonly kind: 'question' | 'answer' | 'extension' | 'decision' | 'complaint' | 'fee' | 'dispute';
  readonly locale: string;
  readonly body: string;
  readonly fromSubject: boolean;
  readonly at: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** What was written between the office and the subject, oldest first. */
export function Correspondence({ messages, zone }: { messages: readonly MessageRow[]; zone: string }) {
  const t = useText('portal');
  return (
    <section>
      <h2 className="font-bold text-xl">{t('case.correspondence')}</h2>
      {messages.length === 0 && <p className="mt-3 text-ink-soft">{t('case.noMessages')}</p>}
      {messages.map((message) => (
        <Message key={message.id} message={message} zone={zone} />
      ))}
    </section>
  );
}

function Message({ message, zone }: { message: MessageRow; zone: string }) {
  const t = useText('portal');
  const format = useFormats();
  const { kind, locale, body, fromSubject, at, files } = message;
  const heading = `${t(fromSubject ? 'case.fromYou' : 'case.fromUs')}: ${t(`case.messageKind.${kind}`)}`;
  return (
    <article className="mt-4 border-line border-s-4 ps-4">
      <h3 className="font-semibold">{heading}</h3>
      <p className="text-ink-soft text-sm">
        <time dateTime={at}>{format.dateTime(at, zone)}</time>
      </p>
      {body.length > 600 ? (
        <Details summary={heading}>
          <Body locale={locale} body={body} />
        </Details>
      ) : (
        <Body locale={locale} body={body} />
      )}
      {files.length > 0 && (
        <p className="mt-1 text-sm">
          {t('case.files', {
            names: format.list(files.map(({ name, bytes }) => `${isolate(name)} (${format.bytes(bytes)})`)),
          })}
        </p>
      )}
    </article>
  );
}

function Body({ locale, body }: { locale: string; body: string }) {
  return (
    <p lang={locale} dir="auto" className="mt-1 max-w-measure whitespace-pre-line break-words">
      {body}
    </p>
  );
}
