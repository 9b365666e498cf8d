import { type DetailField, type DetailQuestions, MOST_ROWS } from '#app/domain/requests/right-details.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { FormView } from '../layout/page-form.tsx';
import { Button } from '../ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '../ui/choice-group.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Textarea } from '../ui/textarea.tsx';

interface DetailFieldsProps {
  readonly form: FormView;
  readonly questions: DetailQuestions;
  /** Where the words stand: `details.<wording>` in `portal.json`. */
  readonly wording: string;
  /** The controllers that a choice of receiver names by their keys. */
  readonly receivers?: readonly OfferedReceiver[];
}

interface OfferedReceiver {
  readonly key: string;
  readonly name: string;
  readonly territory: string;
}

/** The labels of a right's questions by field name, for the list of errors. */
export function useDetailLabels(questions: DetailQuestions, wording: string): Record<string, string> {
  const t = useText('portal');
  const fields = questions.fields.map(({ name }) => [name, t(`details.${wording}.${name}.label`)]);
  const rows = Array.from({ length: MOST_ROWS }, (_, index) =>
    (questions.rows ?? []).map(({ name }) => [
      `rows[${index}].${name}`,
      `${t('filing.details.row', { n: index + 1 })}, ${t(`details.${wording}.${name}.label`)}`,
    ]),
  );
  return Object.fromEntries([...fields, ...rows.flat()]);
}

/** The questions about one right. */
export function DetailFields({ form, questions, wording, receivers = [] }: DetailFieldsProps) {
  return (
    <>
      {questions.rows && <Rows form={form} questions={questions} wording={wording} />}
      {questions.fields.map((field) => (
        <Question key={field.name} {...{ form, field, wording, receivers }} />
      ))}
    </>
  );
}

interface QuestionProps {
  readonly form: FormView;
  readonly field: DetailField;
  readonly wording: string;
  readonly receivers: readonly OfferedReceiver[];
}

function Question({ form, field, wording, receivers }: QuestionProps) {
  const t = useText('portal');
  const format = useFormats();
  const key = `details.${wording}.${field.name}`;
  const hint = useHint(key);
  if ('choices' in field) {
    const choices = field.choices.map((value) => {
      const listed = receivers.find((one) => one.key === value);
      return listed
        ? { value, label: <bdi>{listed.name}</bdi>, hint: format.country(listed.territory) }
        : { value, label: t(`${key}.choices.${value}`) };
    });
    if (field.kind === 'any') {
      return (
        <CheckboxGroup
          legend={t(`${key}.label`)}
          hint={hint}
          choices={choices}
          {...form.fields(field.name)}
        />
      );
    }
    const { defaultValue, ...rest } = form.field(field.name);
    return (
      <RadioGroup
        legend={t(`${key}.label`)}
        hint={hint}
        choices={choices}
        defaultValue={defaultValue}
        {...rest}
      />
    );
  }
  const common = {
    label: t(`${key}.label`),
    hint,
    optional: field.needed === undefined,
    ...form.field(field.name),
  };
  return field.kind === 'text' ? <Textarea {...common} /> : <TextField {...common} />;
}

/** Which questions have a hint; asking for a missing text would be reported as an error. */
export const HINTED = new Set([
  'details.access.about',
  'details.access.more',
  'details.access.period',
  'details.erasure.grounds',
  'details.erasure.proof',
  'details.restriction.grounds',
  'details.restriction.proof',
  'details.complaint.what',
  'details.post_mortem.more',
  'details.rectification.field',
  'details.rectification.present',
  'details.rectification.more',
  'details.erasure.which',
  'details.portability.which',
  'details.portability.receiver',
  'details.portability.transferTo',
  'details.objection.reason',
  'details.withdraw_consent.which',
  'details.optout_sale.more',
  'details.limit_sensitive.more',
  'details.adm.which',
  'details.other.more',
]);

function useHint(key: string): string | undefined {
  const t = useText('portal');
  return HINTED.has(key) ? t(`${key}.hint`) : undefined;
}

function Rows({ form, questions, wording }: DetailFieldsProps) {
  const t = useText('portal');
  const count = countRows(form, questions);
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <fieldset key={index} className="mt-6 rounded-md border border-line p-4 first:mt-0">
          <legend className="px-2 font-bold">{t('filing.details.row', { n: index + 1 })}</legend>
          {(questions.rows ?? []).map(({ name, needed }) => (
            <RowField key={name} {...{ form, wording, name, needed, index }} />
          ))}
          {count > 1 && (
            <Button look="link" name="intent" value={`remove-${index}`} className="mt-3" formNoValidate>
              {t('filing.details.removeRow', { n: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <div className="mt-4">
        {count < MOST_ROWS ? (
          <Button look="secondary" name="intent" value="add" formNoValidate>
            {t('filing.details.addRow')}
          </Button>
        ) : (
          <p className="text-ink-soft">{t('filing.details.mostRows')}</p>
        )}
      </div>
    </>
  );
}

function RowField(props: { form: FormView; wording: string; name: string; needed: boolean; index: number }) {
  const t = useText('portal');
  const key = `details.${props.wording}.${props.name}`;
  const hint = useHint(key);
  return (
    <TextField
      label={t(`${key}.label`)}
      hint={hint}
      optional={!props.needed}
      autoComplete="off"
      {...props.form.field(`rows[${props.index}].${props.name}`)}
    />
  );
}

function countRows(form: FormView, questions: DetailQuestions): number {
  const first = questions.rows?.[0]?.name ?? '';
  let count = 0;
  while (count < MOST_ROWS && form.value(`rows[${count}].${first}`) !== undefined) count += 1;
  return Math.max(1, count);
}
