import {
  INSTRUCTED_PROCESSING,
  INSTRUCTION_SCOPES,
  INSTRUCTION_WISHES,
} from '#app/domain/instructions/instruction.ts';
import { useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CheckboxGroup, RadioGroup } from '../ui/choice-group.tsx';
import { Fieldset } from '../ui/fieldset.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Textarea } from '../ui/textarea.tsx';

/** The labels of the questions by field name, for the list of errors. */
export function useInstructionLabels() {
  const t = useText('portal');
  return {
    scope: t('addenda.instructions.scope.label'),
    processing: t('addenda.instructions.processing.label'),
    wish: t('addenda.instructions.wish.label'),
    words: t('addenda.instructions.words.label'),
    designeeName: t('addenda.instructions.designee.name'),
    designeeContact: t('addenda.instructions.designee.contact'),
    specificConsent: t('addenda.instructions.consent'),
  };
}

/** What shall happen, to which data, and who sees to it. */
export function InstructionFields({ form }: { form: FormView }) {
  const t = useText('portal');
  const labels = useInstructionLabels();
  const one = (name: 'scope' | 'wish', values: readonly string[]) => {
    const { defaultValue, ...field } = form.field(name);
    const choices = values.map((value) => ({
      value,
      label: t(`addenda.instructions.${name}.choices.${value}.label`),
      hint: t(`addenda.instructions.${name}.choices.${value}.hint`),
    }));
    return <RadioGroup legend={labels[name]} choices={choices} defaultValue={defaultValue} {...field} />;
  };
  return (
    <>
      {one('wish', INSTRUCTION_WISHES)}
      {one('scope', INSTRUCTION_SCOPES)}
      <CheckboxGroup
        legend={labels.processing}
        hint={t('addenda.instructions.processing.hint')}
        choices={INSTRUCTED_PROCESSING.map((value) => ({
          value,
          label: t(`details.access.about.choices.${value}`),
        }))}
        {...form.fields('processing')}
      />
      <Checkbox
        label={labels.specificConsent}
        hint={t('addenda.instructions.consentHint')}
        {...form.bare('specificConsent')}
      />
      <Textarea
        label={labels.words}
        hint={t('addenda.instructions.words.hint')}
        optional
        {...form.field('words')}
      />
      <Fieldset
        id="designee"
        legend={t('addenda.instructions.designee.legend')}
        hint={t('addenda.instructions.designee.hint')}
      >
        <TextField label={labels.designeeName} autoComplete="off" optional {...form.field('designeeName')} />
        <TextField
          label={labels.designeeContact}
          hint={t('addenda.instructions.designee.contactHint')}
          autoComplete="off"
          optional
          {...form.field('designeeContact')}
        />
      </Fieldset>
    </>
  );
}
