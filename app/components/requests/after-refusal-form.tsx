import { useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { QuestionPage } from './question-page.tsx';

interface AfterRefusalFormProps {
  readonly form: FormView;
  readonly kind: 'appeal' | 'dispute';
  /** The text that gives the right. */
  readonly citation: string;
  /** The decision's page. */
  readonly back: string;
}

/** An appeal against a refusal, or a statement beside data that was not corrected: one text. */
export function AfterRefusalForm({ form, kind, citation, back }: AfterRefusalFormProps) {
  const t = useText('portal');
  return (
    <QuestionPage form={form} back={back} button={t(`addenda.${kind}.button`)}>
      <PageHeading lead={t(`addenda.${kind}.lead`)}>{t(`addenda.${kind}.title`)}</PageHeading>
      <p className="text-ink-soft text-sm">
        <bdi>{citation}</bdi>
      </p>
      <Textarea label={t(`addenda.${kind}.label`)} rows={8} {...form.field('body')} />
    </QuestionPage>
  );
}
