import type { Deadline } from '#app/domain/rules/deadline.ts';
import type { DerivedDate } from '#app/domain/rules/deadline-derivation.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { stepParams } from '#app/i18n/step-params.ts';
import { Derivation } from '../ui/derivation.tsx';

/** What a data subject is shown: how the answer's date comes about, not what the office steers by. */
export const SUBJECT_DATES = [
  'clock',
  'ack',
  'due',
  'policy',
  'guidance',
] as const satisfies readonly DerivedDate[];

interface DeadlineDerivationProps {
  readonly deadline: Pick<Deadline, 'derivation' | 'timezone'>;
  /** The dates whose steps are shown; all of them when left out. */
  readonly of?: readonly DerivedDate[];
  /** Names the list to screen readers; "How the date comes about" when left out. */
  readonly label?: string;
}

/**
 * The way from the receipt of a request to its dates, step by step, each beside its source.
 * Shared by the subject's pages and the officer's desk.
 */
export function DeadlineDerivation({ deadline, of, label }: DeadlineDerivationProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const steps = of ? deadline.derivation.filter((step) => of.includes(step.of)) : deadline.derivation;
  const rows = steps.map((step, index) => ({
    key: `${index} ${step.step}`,
    text: legal(step.step, stepParams(step.params, deadline.timezone, format, legal)),
    ...(step.citation ? { citation: <bdi>{step.citation}</bdi> } : {}),
    ...(step.confidence === 'certain' ? {} : { mark: <Mark confidence={step.confidence} /> }),
  }));
  return <Derivation label={label ?? t('deadline.label')} rows={rows} />;
}

/** A word for what is less than certain, on the pages of the desk's portal. */
export function Mark({ confidence }: { confidence: 'likely' | 'unsure' }) {
  const t = useText('portal');
  return <span className="font-normal text-ink-soft text-sm">({t(`deadline.${confidence}`)})</span>;
}
