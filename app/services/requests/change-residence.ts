import { askableRights } from '#app/domain/requests/askable-rights.ts';
import type { FilingAnswers } from '#app/domain/requests/filing-answers.ts';
import { asksByLaw } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight, RightStanding } from '#app/domain/rights/data-subject-right.ts';
import { rightUnder } from '#app/domain/rules/applicable-regime.ts';
import type { Ctx } from '../context.ts';
import { regimeAt } from './regime-at.ts';

type Place = FilingAnswers['residence'];

/** The rights that a filing can name at a place, and how each stands there; null where the law is not described. */
export function offeredRights(
  ctx: Ctx,
  place: Place,
): { readonly right: DataSubjectRight; readonly standing: RightStanding | null }[] {
  const regime = regimeAt(residenceOf(place), ctx.clock.now());
  return askableRights(regime).map((right) => ({
    right,
    standing: (regime.kind === 'not_described' ? undefined : rightUnder(regime, right)?.standing) ?? null,
  }));
}

/** What becomes of the answers when the residence changes: rights that the new place does not know are dropped. */
export function movedTo(
  ctx: Ctx,
  answers: FilingAnswers,
  residence: NonNullable<Place>,
): Partial<FilingAnswers> {
  const offered = askableRights(regimeAt(residenceOf(residence), ctx.clock.now()));
  const details = Object.fromEntries(
    Object.entries(answers.details ?? {}).filter(([right]) => !asksByLaw(right as DataSubjectRight)),
  );
  return { residence, rights: answers.rights?.filter((right) => offered.includes(right)), details };
}

/** A draft's place as the rules take it. */
export function residenceOf(place: Place): { country: string; region?: string } {
  return { country: place?.country ?? '', ...(place?.region ? { region: place.region } : {}) };
}
