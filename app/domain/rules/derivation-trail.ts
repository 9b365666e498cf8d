import { type Confidence, weakest } from './confidence.ts';
import type { DerivationStep, DerivedDate } from './deadline-derivation.ts';

type Source = { citation?: string; confidence: Confidence };

/** Collects the steps of one derivation in the order in which a reader follows them. */
export class DerivationTrail {
  readonly steps: DerivationStep[] = [];

  /** Records a step; `date` is the date that the step arrives at. */
  add(of: DerivedDate, key: string, params: DerivationStep['params'], source: Source, date?: string): void {
    const recorded: DerivationStep = { step: `derivation.${key}`, of, params, confidence: source.confidence };
    if (date !== undefined) recorded.date = date;
    if (source.citation !== undefined) recorded.citation = source.citation;
    this.steps.push(recorded);
  }

  /** How sure a date is: as sure as the weakest step on the way to it. */
  confidenceOf(of: DerivedDate): Confidence {
    let least: Confidence = 'certain';
    for (const step of this.steps) {
      const counts = step.of === of || (step.of === 'clock' && !step.step.includes('tolerated'));
      if (counts) least = weakest(least, step.confidence);
    }
    return least;
  }
}
