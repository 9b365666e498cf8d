import type { ReactNode } from 'react';
import { casePath } from '#app/domain/requests/case-path.ts';
import { useText } from '#app/i18n/react.tsx';
import { FormErrors, type FormView, PageForm } from '../layout/page-form.tsx';
import { Button, ButtonLink, type ButtonLook, ButtonRow } from '../ui/button.tsx';
import { BackLink } from '../ui/navigation.tsx';
import { PageHeading } from '../ui/page-heading.tsx';

interface ActionPageProps {
  readonly reference: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly form: FormView;
  /** Labels by field name, for the list of errors. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What stands between heading and form. */
  readonly before?: ReactNode;
  readonly button: string;
  readonly look?: ButtonLook;
  /** A second button that stands before the way back. */
  readonly second?: ReactNode;
  readonly children?: ReactNode;
}

/** One action on a case, on a page of its own: the way back, what is wrong, the question, the button. */
export function ActionPage(props: ActionPageProps) {
  const t = useText('officer');
  const { reference } = props;
  return (
    <div className="max-w-measure">
      <BackLink href={casePath(reference)}>{t('case.backTo', { reference })}</BackLink>
      <FormErrors form={props.form} labels={props.labels ?? {}} />
      <PageHeading caption={<bdi>{reference}</bdi>} lead={props.lead}>
        {props.title}
      </PageHeading>
      {props.before}
      <PageForm>
        {props.children}
        <ButtonRow>
          <Button look={props.look ?? 'primary'}>{props.button}</Button>
          {props.second}
          <ButtonLink look="link" href={casePath(reference)}>
            {t('case.cancel')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </div>
  );
}
