import { type RightStanding, rightFromWire } from '#app/domain/rights/data-subject-right.ts';
import type { Period } from '#app/domain/rules/period.ts';
import research from './fixtures/research.json' with { type: 'json' };

/** A length of time in the words of the research; no amount where the law gives none. */
export type Length = { amount: number | null; unit: string };

/** One right as the research describes it. */
export interface ResearchedRight {
  right: string;
  standing: RightStanding;
  start: string;
  deadline?: Length;
  extension?: Length & { times: number; reasons: boolean };
  ack?: Length;
  policy?: Length;
  guidance?: Length;
}

/** Weekend (ISO weekdays) and holiday calendar by which last days move, or business days are counted. */
export type DayRule = { weekend: number[]; calendar: string };

export interface ResearchedJurisdiction {
  id: string;
  zone: string;
  rollover?: DayRule;
  businessDays?: DayRule;
  rights: ResearchedRight[];
}

/** The research, apart from the packs: what they are checked against. */
export const RESEARCH = research.jurisdictions as ResearchedJurisdiction[];

/** The day on which the research says what is in force. */
export const RESEARCHED_ON = research.researchedOn;

/** What a right is on one side of a change of law. */
export interface ResearchedChange extends Pick<ResearchedRight, 'right' | 'standing' | 'deadline'> {
  jurisdiction: string;
  on: string;
}
export const CHANGES = research.changes as ResearchedChange[];

/** Facts of the research beside the rights, by jurisdiction. */
export const RESEARCHED_DUTIES = research.duties;

/** Our word for a right of the research. Throws when there is none. */
export function ourRight(word: string) {
  const right = rightFromWire(word);
  if (!right) throw new Error(`${word}: expected a right that the domain knows`);
  return right;
}

const UNITS: Readonly<Record<string, string>> = {
  asap: 'as_soon_as_possible',
  working_day: 'business_day',
  immediate: 'immediately',
  open: 'none',
};

/** A length of the research as a pack writes it. */
export function asPeriod({ amount, unit }: Length): Period {
  const known = UNITS[unit] ?? unit;
  return (amount === null || amount === 0 ? { unit: known } : { amount, unit: known }) as Period;
}
