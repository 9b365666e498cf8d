import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { type ApplicableRegime, rightUnder } from '../rules/applicable-regime.ts';
import type { Confidence } from '../rules/confidence.ts';
import type { Jurisdiction } from '../rules/jurisdiction.ts';

interface Cited {
  readonly citation: string;
  readonly confidence: Confidence;
}

const GDPR: Cited = { citation: 'GDPR Art. 16 (supplementary statement)', confidence: 'likely' };

/** Laws that let somebody whose correction was refused put a statement beside the data. */
const STATEMENTS: Partial<Record<Jurisdiction, Cited>> = {
  EEA: GDPR,
  FR: GDPR,
  GB: { citation: 'UK GDPR Art. 16 (supplementary statement)', confidence: 'likely' },
  CA: { citation: 'PIPEDA Principle 4.9.6', confidence: 'certain' },
  HK: { citation: 'PDPO s. 25(2)', confidence: 'likely' },
  MY: { citation: 'PDPA s. 37', confidence: 'likely' },
  SG: { citation: 'PDPA s. 22(5)', confidence: 'likely' },
};

/** On which text a statement of dispute rests, where a correction was refused and the law knows one; else null. */
export function statementOfDispute(regime: ApplicableRegime, right: DataSubjectRight): Cited | null {
  return right === 'rectification' ? (STATEMENTS[regime.jurisdiction] ?? null) : null;
}

/** On which text an appeal to ourselves rests; null where the law knows none, or an appeal was decided. */
export function appealUnder(regime: ApplicableRegime, right: DataSubjectRight): Cited | null {
  const rule = right === 'appeal' ? undefined : rightUnder(regime, 'appeal');
  if (rule?.standing !== 'statutory') return null;
  return { citation: rule.citation, confidence: rule.confidence };
}
