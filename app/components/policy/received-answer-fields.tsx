import { MESSAGE_CHANNELS, POLICY_ANSWERS } from '#app/domain/policy/policy-answer.ts';
import { useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';
import { DateField } from '../ui/date-field.tsx';
import { TextField } from '../ui/text-field.tsx';

/** The labels of the page by field, for its list of errors. */
export function useReceivedAnswerLabels() {
  const t = useText('officer');
  return {
    email: t('policy.recordForm.email'),
    answer: t('policy.recordForm.answer'),
    channel: t('policy.recordForm.channel'),
    receivedOn: t('policy.recordForm.receivedOn'),
  };
}

/** Whose answer came, what it was, how and when. */
export function ReceivedAnswerFields({ form }: { form: FormView }) {
  const t = useText('officer');
  const labels = useReceivedAnswerLabels();
  const { defaultValue: answer, ...answerField } = form.field('answer');
  const { defaultValue: channel, ...channelField } = form.field('channel');
  return (
    <>
      <TextField
        label={labels.email}
        type="email"
        autoComplete="off"
        spellCheck={false}
        {...form.field('email')}
      />
      <RadioGroup
        legend={labels.answer}
        choices={POLICY_ANSWERS.map((value) => ({ value, label: t(`policy.answer.${value}`) }))}
        defaultValue={answer}
        {...answerField}
      />
      <RadioGroup
        legend={labels.channel}
        choices={MESSAGE_CHANNELS.map((value) => ({ value, label: t(`policy.channel.${value}`) }))}
        defaultValue={channel}
        {...channelField}
      />
      <DateField legend={labels.receivedOn} {...form.date('receivedOn')} />
    </>
  );
}
