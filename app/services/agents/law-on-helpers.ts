import { dutiesUnder } from '#app/domain/rules/duties-under.ts';
import type { Ctx } from '../context.ts';
import { regimeAt } from '../requests/regime-at.ts';

/** What a law says about people who ask for others; keys below `proof` and `notes` in `legal.json`. */
export interface LawOnHelpers {
  readonly proof: string;
  readonly notes: readonly string[];
  readonly citation: string;
  /** Whether the data subject may be asked directly. */
  readonly mayConfirm: boolean;
  readonly ages: {
    readonly statutory: number | null;
    readonly service: number;
    readonly notes: readonly string[];
    readonly citation: string;
  };
}

/** As of now, for a residence; null where no law is described. Anybody may ask. */
export function lawOnHelpers(
  ctx: Pick<Ctx, 'clock'>,
  residence: { country: string; region: string | null },
): LawOnHelpers | null {
  const { country, region } = residence;
  const regime = regimeAt(region ? { country, region } : { country }, ctx.clock.now());
  if (regime.kind === 'not_described') return null;
  const { agents, ages } = dutiesUnder(regime);
  return {
    proof: agents.proof,
    notes: agents.notes,
    citation: agents.citation,
    mayConfirm: agents.mayConfirmWithSubject,
    ages: { statutory: ages.statutory, service: ages.service, notes: ages.notes, citation: ages.citation },
  };
}
