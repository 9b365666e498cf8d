import type { ReactNode } from 'react';
import { useText } from '#app/i18n/react.tsx';
import { FormErrors, type FormView, PageForm } from '../layout/page-form.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { BackLink } from '../ui/navigation.tsx';
import { Notice } from '../ui/notice.tsx';

interface QuestionPageProps {
  readonly form: FormView;
  /** The fields' labels by name, for the list of errors; left out where the page asks one thing only. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The page before this one. */
  readonly back: string;
  readonly children: ReactNode;
  /** What stands above the form besides its errors. */
  readonly before?: ReactNode;
  /** The text of the main button; null leaves it out. */
  readonly button?: ReactNode;
  /** What the button sends, where the form has several. */
  readonly buttonName?: { readonly name: string; readonly value: string };
  /** Further buttons. */
  readonly buttons?: ReactNode;
  readonly files?: boolean;
  readonly token?: string;
  readonly version?: string | number;
}

/** One question of a form: the way back, what is wrong, the question, the button. */
export function QuestionPage(props: QuestionPageProps) {
  const t = useText('common');
  return (
    <div className="max-w-measure">
      <BackLink href={props.back} />
      <FormErrors form={props.form} labels={props.labels ?? {}} />
      {props.before}
      <PageForm
        {...(props.files ? { files: true } : {})}
        {...(props.token ? { token: props.token } : {})}
        {...(props.version === undefined ? {} : { version: props.version })}
      >
        {props.children}
        <ButtonRow>
          {props.button !== null && <Button {...props.buttonName}>{props.button ?? t('ui.continue')}</Button>}
          {props.buttons}
        </ButtonRow>
      </PageForm>
    </div>
  );
}

/** Told on the first open page when what was answered before was forgotten for safety. */
export function ExpiredNotice(props: { shown: boolean }) {
  const t = useText('portal');
  if (!props.shown) return null;
  return (
    <Notice tone="warning" title={t('filing.expired.title')} role="status">
      {t('filing.expired.body')}
    </Notice>
  );
}
