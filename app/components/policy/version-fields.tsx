import { useFormats, useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Fieldset } from '../ui/fieldset.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Textarea } from '../ui/textarea.tsx';

/** The labels of the page by field, for its list of errors. @param tags the languages on offer */
export function useVersionLabels(tags: readonly string[]): Readonly<Record<string, string>> {
  const t = useText('officer');
  const format = useFormats();
  const texts = tags.flatMap((tag) => {
    const language = format.language(tag);
    return [
      [`texts.${tag}.summary`, t('policy.form.summary', { language })],
      [`texts.${tag}.url`, t('policy.form.url', { language })],
    ];
  });
  return {
    name: t('policy.form.name'),
    effectiveFrom: t('policy.form.effectiveFrom'),
    material: t('policy.form.material'),
    sure: t('policy.form.sure'),
    ...Object.fromEntries(texts),
  };
}

/** What makes up a version: its name, from when it counts, whether it is material, and a text in each language. */
export function VersionFields({ form, tags }: { form: FormView; tags: readonly string[] }) {
  const t = useText('officer');
  const format = useFormats();
  const labels = useVersionLabels(tags);
  const { defaultValue: material, ...materialField } = form.field('material');
  const { defaultValue: sure, ...sureField } = form.field('sure');
  return (
    <>
      <TextField
        label={labels.name}
        hint={t('policy.form.nameHint')}
        width={20}
        dir="ltr"
        autoComplete="off"
        {...form.field('name')}
      />
      <DateField
        legend={labels.effectiveFrom ?? ''}
        hint={t('policy.form.effectiveHint')}
        {...form.date('effectiveFrom')}
      />
      <RadioGroup
        legend={labels.material}
        choices={[
          { value: 'yes', label: t('policy.form.materialYes') },
          { value: 'no', label: t('policy.form.materialNo') },
        ]}
        defaultValue={material}
        {...materialField}
      />
      {tags.map((tag) => (
        <Fieldset
          key={tag}
          id={`text-${tag}`}
          legend={t('policy.form.text', { language: format.language(tag) })}
        >
          <Textarea
            label={labels[`texts.${tag}.summary`]}
            hint={t('policy.form.summaryHint')}
            {...form.field(`texts.${tag}.summary`)}
          />
          <TextField
            label={labels[`texts.${tag}.url`]}
            type="url"
            autoComplete="off"
            spellCheck={false}
            {...form.field(`texts.${tag}.url`)}
          />
        </Fieldset>
      ))}
      <Checkbox label={labels.sure} defaultChecked={sure === 'on'} {...sureField} />
    </>
  );
}
