import { type Confidence, weakest } from './confidence.ts';
import type { DerivationStep, DerivedDate } from './deadline-derivation.ts';

type Source = { citation?: string; confidence: Confidence };

/** Collects the steps of one derivation in the order in which a reader follows them. */
export class DerivationTrail {
  readonly steps: DerivationStep[] = [];

  /** Records a step; `date` is the date that the step arrives at. */
  add(of: DerivedDate, key: string, params: DerivationStep['params'], source: Source, date?: string): void {
    this.steps.push({
      step: `derivation.${key}`,
      of,
      params,
      confidence: source.confidence,
      ...(date === undefined ? {} : { date }),
      ...(source.citation === undefined ? {} : { citation: source.citation }),
    });
  }

  /** How sure a date is: as sure as the weakest step on the way to it. */
  confidenceOf(of: DerivedDate): Confidence {
    return weakest(
      ...this.steps
        .filter((s) => s.of === of || (s.of === 'clock' && !s.step.includes('tolerated')))
        .map((s) => s.confidence),
    );
  }
}
