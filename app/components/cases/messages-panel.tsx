import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CaseView } from '#app/services/cases/read-case.ts';
import type { FileView } from '#app/services/cases/read-case-correspondence.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { Words } from './decision-panel.tsx';
import { Panel } from './panel.tsx';

const TONES = {
  question: 'warning',
  answer: 'accent',
  extension: 'info',
  decision: 'success',
  note: 'neutral',
  complaint: 'danger',
  fee: 'info',
  dispute: 'warning',
} as const;

interface MessagesPanelProps {
  readonly found: CaseView;
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
}

/** What was said: questions, answers, notices as they were sent, and notes among staff. */
export function MessagesPanel({ found, names, acting }: MessagesPanelProps) {
  const t = useText('officer');
  const format = useFormats();
  return (
    <Panel id="messages" title={t('messages.heading')}>
      {found.messages.length === 0 && <p className="text-ink-soft">{t('messages.none')}</p>}
      <ol className="grid gap-4">
        {found.messages.map((message) => (
          <li key={message.id} className="border-line border-s-4 ps-4">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Tag tone={TONES[message.kind]}>{t(`messages.kind.${message.kind}`)}</Tag>
              <span className="text-ink-soft text-sm">
                <time dateTime={message.at}>{format.dateTime(message.at, 'UTC')}</time>
                {names[message.author] && `, ${names[message.author]}`}
              </span>
            </p>
            <div lang={message.kind === 'note' ? undefined : message.locale} className="mt-1">
              <Words text={message.body} />
            </div>
          </li>
        ))}
      </ol>
      {acting && (
        <form
          method="post"
          action={casePath(found.reference, 'note')}
          className="mt-5 border-line border-t pt-4"
        >
          <Textarea name="note" label={t('messages.note')} hint={t('messages.noteHint')} rows={3} />
          <Button look="secondary" className="mt-3">
            {t('messages.addNote')}
          </Button>
        </form>
      )}
    </Panel>
  );
}

/** Files that the subject gave, or that came with an execution. */
export function FilesPanel({ reference, files }: { reference: string; files: readonly FileView[] }) {
  const t = useText('officer');
  const format = useFormats();
  if (files.length === 0) return null;
  return (
    <Panel id="files" title={t('files.heading')}>
      <ul className="grid gap-2">
        {files.map((file) => (
          <li key={file.id}>
            {file.purged ? (
              <span className="text-ink-soft">{t('files.purged')}</span>
            ) : (
              <a href={casePath(reference, 'files', file.id)}>
                <bdi className="break-all">{file.name}</bdi>
              </a>
            )}
            <span className="block text-ink-soft text-sm">
              {format.list([
                t(`files.purpose.${file.purpose}`),
                format.bytes(file.bytes),
                format.dateTime(file.at, 'UTC'),
              ])}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
