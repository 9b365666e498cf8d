import { ACTIVATION_CLAIMANTS, DEATH_EVIDENCE } from '#app/domain/instructions/instruction.ts';
import { useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Textarea } from '../ui/textarea.tsx';

/** The labels of the questions by field name. */
export function useActivationLabels() {
  const t = useText('officer');
  return {
    diedOn: t('addenda.instructions.diedOn'),
    evidence: t('addenda.instructions.evidence.label'),
    claimant: t('addenda.instructions.claimant.label'),
    claimantName: t('addenda.instructions.claimantName'),
    claimantEmail: t('addenda.instructions.claimantEmail'),
    reason: t('addenda.instructions.reason'),
  };
}

/** What an officer records when instructions come into force: the death, what was seen, who asks. */
export function ActivationFields({ form }: { form: FormView }) {
  const t = useText('officer');
  const labels = useActivationLabels();
  const one = (name: 'evidence' | 'claimant', values: readonly string[]) => {
    const { defaultValue, ...field } = form.field(name);
    const choices = values.map((value) => ({ value, label: t(`addenda.instructions.${name}.${value}`) }));
    return <RadioGroup legend={labels[name]} choices={choices} defaultValue={defaultValue} {...field} />;
  };
  return (
    <>
      <DateField legend={labels.diedOn} {...form.date('diedOn')} />
      {one('evidence', DEATH_EVIDENCE)}
      {one('claimant', ACTIVATION_CLAIMANTS)}
      <TextField label={labels.claimantName} autoComplete="off" {...form.field('claimantName')} />
      <TextField
        label={labels.claimantEmail}
        hint={t('addenda.instructions.claimantEmailHint')}
        type="email"
        autoComplete="off"
        spellCheck={false}
        {...form.field('claimantEmail')}
      />
      <Textarea label={labels.reason} hint={t('addenda.instructions.reasonHint')} {...form.field('reason')} />
    </>
  );
}
