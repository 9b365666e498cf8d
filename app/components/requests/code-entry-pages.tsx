import type { ReactNode } from 'react';
import { type FormState, freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { useFormView } from '../layout/page-form.tsx';
import { CodeField } from '../ui/code-field.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { TextField } from '../ui/text-field.tsx';
import { QuestionPage } from './question-page.tsx';

interface ReferencePageProps {
  /** What the action answered. */
  readonly form: FormState | undefined;
  readonly back: string;
  readonly heading: ReactNode;
  readonly lead: ReactNode;
  readonly referenceHint?: string;
  readonly emailHint?: string;
  /** What stands above the form. */
  readonly before?: ReactNode;
  /** What stands below the fields. */
  readonly children?: ReactNode;
}

/** Asks for a reference and the address that belongs to it, to which a code is then mailed. */
export function ReferencePage(props: ReferencePageProps) {
  const t = useText('portal');
  const form = useFormView(props.form, freshForm());
  const labels = { reference: t('track.reference'), email: t('track.email') };
  return (
    <QuestionPage
      form={form}
      labels={labels}
      back={props.back}
      before={props.before}
      button={t('track.button')}
    >
      <PageHeading lead={props.lead}>{props.heading}</PageHeading>
      <TextField
        label={labels.reference}
        hint={props.referenceHint}
        width={20}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        {...form.field('reference')}
      />
      <TextField
        label={labels.email}
        hint={props.emailHint}
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...form.field('email')}
      />
      {props.children}
    </QuestionPage>
  );
}

/** Asks for the code that was mailed, if one was. */
export function CodePage(props: { form: FormState | undefined; back: string; children?: ReactNode }) {
  const t = useText('portal');
  const form = useFormView(props.form, freshForm());
  return (
    <QuestionPage form={form} back={props.back} button={t('track.codeButton')}>
      <PageHeading lead={t('track.codeLead')}>{t('track.codeHeading')}</PageHeading>
      <CodeField label={t('track.codeLabel')} {...form.bare('code')} />
      {props.children}
    </QuestionPage>
  );
}
