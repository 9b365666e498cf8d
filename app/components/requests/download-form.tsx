import { useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { CodeField } from '../ui/code-field.tsx';

interface DownloadFormProps {
  /** The item's place in the request, from one. */
  readonly place: number;
  readonly email: string;
  /** A code was sent: the field for it is shown. */
  readonly sent: boolean;
  readonly problem: 'wrong' | 'limit' | 'codes' | null;
}

/** First a fresh code, then the download by a form that carries it. */
export function DownloadForm({ place, email, sent, problem }: DownloadFormProps) {
  const t = useText('portal');
  const page = `/track/case/download/${place}`;
  return (
    <>
      {sent && (
        <form method="post" action={`${page}/file`} className="mb-6">
          <CodeField
            name="code"
            label={t('download.codeLabel')}
            hint={t('download.codeHint', { email: isolate(email) })}
            error={problem === 'wrong' ? t('common:errors.wrong_code') : undefined}
          />
          <ButtonRow>
            <Button>{t('download.button')}</Button>
          </ButtonRow>
        </form>
      )}
      <form method="post" action={page}>
        <Button look={sent ? 'link' : 'primary'}>
          {t(sent ? 'filing.confirm.again' : 'download.sendCode')}
        </Button>
      </form>
    </>
  );
}
