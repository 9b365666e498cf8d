import { dayOf, isoOf } from '../day-number.ts';
import type { DutiesInput } from '../pack-duties.ts';
import type { CitedPeriod } from '../period.ts';
import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, POLICY_DUTIES, SERVICE_AGE, within } from './shared.ts';

/** What the four state laws of the same family differ in. */
export type StateLaw = {
  id: string;
  jurisdiction: 'US-VA' | 'US-CO' | 'US-CT' | 'US-TX';
  name: string;
  validFrom: string;
  section: string;
  zone: string;
  /** The Attorney General by name, and where to complain. */
  regulator: string;
  attorneyGeneral: string;
  appeal: { response: CitedPeriod; extension?: RightRuleInput['extension'] };
  /** Whether an opt-out needs authentication too (Virginia, Texas). */
  optOutAuthenticated: boolean;
  agents: DutiesInput['agents'];
  freeTimesPerYear: number;
  notes?: string[];
  /** An amendment in force: its first day, the section as amended, and the rights that it adds or changes. */
  amended?: { from: string; section: string; rights: (ordinary: Ordinary) => RightRuleInput[] };
};

/** A right with the 45 days that all rights of these laws have. */
type Ordinary = (right: RightRuleInput['right'], notes?: string[]) => RightRuleInput;

/** A state law on the Virginia model: 45 days, 45 more, no roll-over, and an appeal to the controller. */
export function statePack({ amended, ...state }: StateLaw): RulePackInput {
  const first = stateVersion(state, state.validFrom, amended ? dayBefore(amended.from) : null);
  const last =
    amended && stateVersion({ ...state, section: amended.section }, amended.from, null, amended.rights);
  return {
    id: state.id,
    jurisdiction: state.jurisdiction,
    kind: 'law',
    versions: last ? [first, last] : [first],
  };
}

function dayBefore(date: string): string {
  return isoOf(dayOf(date) - 1);
}

function stateVersion(
  state: Omit<StateLaw, 'amended'>,
  validFrom: string,
  validTo: string | null,
  amendedRights: (ordinary: Ordinary) => RightRuleInput[] = () => [],
): RulePackInput['versions'][number] {
  const ordinary: Ordinary = (right, notes = []) => ({
    right,
    standing: 'statutory',
    response: within(45, 'calendar_day', state.section, 'certain'),
    extension: {
      by: { amount: 45, unit: 'calendar_day' },
      times: 1,
      reasonsRequired: true,
      notes: ['extension_complexity_or_number'],
      citation: state.section,
      confidence: 'certain',
    },
    notes,
    citation: state.section,
    confidence: 'certain',
  });
  const changed = amendedRights(ordinary);
  const kept = (rule: RightRuleInput) => !changed.some(({ right }) => right === rule.right);
  return {
    id: validFrom,
    validFrom,
    validTo,
    law: { name: state.name, citation: state.section, confidence: 'certain' },
    clock: {
      zone: state.zone,
      start: { event: 'receipt', citation: state.section, confidence: 'certain' },
      rollover: { moves: 'none', citation: state.section, confidence: 'certain' },
    },
    rights: [
      ...[
        ordinary('access'),
        ordinary('rectification'),
        { ...ordinary('erasure'), promise: ERASURE_PROMISE },
        ordinary('portability'),
        ordinary('optout_sale'),
      ].filter(kept),
      ...changed,
      {
        right: 'appeal',
        standing: 'statutory',
        ...state.appeal,
        notes: ['appeal_written_decision', 'attorney_general_if_denied'],
        citation: state.section,
        confidence: 'certain',
      },
    ],
    duties: {
      ...POLICY_DUTIES,
      regulator: {
        name: state.regulator,
        url: state.attorneyGeneral,
        citation: state.section,
        confidence: 'likely',
      },
      identity: {
        standard: 'reasonable',
        byRight: { optout_sale: state.optOutAuthenticated ? 'reasonable' : 'none', appeal: 'email' },
        notes: [
          'unauthenticated_need_not_be_fulfilled',
          ...(state.optOutAuthenticated ? [] : ['opt_out_needs_no_verification']),
        ],
        citation: state.section,
        confidence: 'certain',
      },
      fees: {
        rule: 'free_unless_excessive',
        freeTimesPerYear: state.freeTimesPerYear,
        citation: state.section,
        confidence: 'certain',
      },
      agents: state.agents,
      ages: {
        statutory: 13,
        service: SERVICE_AGE,
        notes: ['coppa_consent'],
        citation: state.section,
        confidence: 'likely',
      },
      language: { required: [], citation: state.section, confidence: 'likely' },
      refusal: {
        reasons: true,
        namesRegulator: true,
        namesJudicialRemedy: false,
        appealToController: true,
        notes: ['refusal_states_how_to_appeal'],
        citation: state.section,
        confidence: 'certain',
      },
    },
    notes: state.notes ?? [],
  };
}

/** Agents may opt out on somebody's behalf (Colorado, Connecticut, Texas). */
export const OPT_OUT_AGENTS: DutiesInput['agents'] = {
  proof: 'signed_permission',
  rights: ['optout_sale'],
  citation: 'opt-out by authorised agent',
  confidence: 'likely',
};
