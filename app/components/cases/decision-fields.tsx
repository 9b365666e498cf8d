import type { CitedGround } from '#app/domain/rules/refusal-grounds.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { ConfidenceMark } from './due-date.tsx';

const REFUSAL_FIELDS = [
  'ground',
  'reasons',
  'regulatorName',
  'regulatorUrl',
  'regulatorPhone',
  'remedy',
] as const;

/** The labels of a decision's fields, for the fields and for the list of errors. */
export function useDecisionLabels(refusing: boolean): Record<string, string> {
  const t = useText('officer');
  const names = refusing ? REFUSAL_FIELDS : (['remarks'] as const);
  const labels = Object.fromEntries(names.map((name) => [name, t(`decideForm.${name}`)]));
  return refusing ? labels : { reasons: labels.remarks ?? '' };
}

interface DecisionFieldsProps {
  readonly form: FormView;
  readonly labels: Readonly<Record<string, string>>;
  readonly grounds: readonly CitedGround[];
  /** The subject's language, in which they read what is typed here. */
  readonly locale: string;
  readonly refusing: boolean;
}

/** What a decision says: for a refusal the ground, the reasons, the regulator and the remedy, prefilled from the law. */
export function DecisionFields({ form, labels, grounds, locale, refusing }: DecisionFieldsProps) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const hint = t('decideForm.inLanguage', { language: format.language(locale) });
  if (!refusing) return <Textarea label={labels.reasons} hint={hint} optional {...form.field('reasons')} />;
  if (grounds.length === 0) return <Notice tone="warning">{t('decideForm.noGround')}</Notice>;
  const { defaultValue, ...groundField } = form.field('ground');
  const choices = grounds.map(({ ground, citation, confidence }) => ({
    value: ground,
    label: legal(`refusalGround.${ground}`),
    hint: citation ? (
      <>
        <bdi>{citation}</bdi>
        <ConfidenceMark confidence={confidence} />
      </>
    ) : (
      t('decideForm.noCitation')
    ),
  }));
  return (
    <>
      <RadioGroup legend={labels.ground} choices={choices} defaultValue={defaultValue} {...groundField} />
      <Textarea label={labels.reasons} hint={hint} rows={7} {...form.field('reasons')} />
      <TextField label={labels.regulatorName} {...form.field('regulatorName')} />
      <TextField label={labels.regulatorUrl} optional type="url" {...form.field('regulatorUrl')} />
      <TextField
        label={labels.regulatorPhone}
        optional
        type="tel"
        width={20}
        {...form.field('regulatorPhone')}
      />
      <Textarea label={labels.remedy} {...form.field('remedy')} />
    </>
  );
}
