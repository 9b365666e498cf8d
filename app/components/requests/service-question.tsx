import { type SubjectText, textFor } from '#app/domain/data-map/data-map.ts';
import { ANY_SERVICE } from '#app/domain/requests/service-choice.ts';
import type { ServicePolicy } from '#app/domain/rules/service-policy.ts';
import { useLocale, useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';

interface ServiceQuestionProps {
  readonly form: FormView;
  readonly services: readonly {
    readonly id: string;
    readonly name: SubjectText;
    readonly policy: ServicePolicy;
  }[];
}

/** Which service a request is about. Nobody has to know: the last answer is marked beforehand and covers all. */
export function ServiceQuestion({ form, services }: ServiceQuestionProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const locale = useLocale();
  const { defaultValue, ...field } = form.field('service');
  const choices = services.map(({ id, name, policy }) => ({
    value: id,
    label: <bdi>{textFor(name, locale)}</bdi>,
    hint: legal(`service.${policy}`),
  }));
  return (
    <RadioGroup
      legend={t('service.question')}
      hint={t('service.hint')}
      choices={[...choices, { value: ANY_SERVICE, label: t('service.any'), hint: t('service.anyHint') }]}
      defaultValue={defaultValue}
      {...field}
    />
  );
}
