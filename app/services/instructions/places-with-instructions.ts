import { knowsInstructions } from '#app/domain/instructions/knows-instructions.ts';
import { rightUnder } from '#app/domain/rules/applicable-regime.ts';
import { COUNTRIES } from '#app/domain/rules/places.ts';
import type { Ctx } from '../context.ts';
import { regimeAt } from '../requests/regime-at.ts';

/**
 * The countries whose law, as of now, lets people register instructions for after their death, with the articles that
 * say so. Anybody may ask.
 */
export function placesWithInstructions(
  ctx: Pick<Ctx, 'clock'>,
): { readonly country: string; readonly citation: string }[] {
  const now = ctx.clock.now();
  return COUNTRIES.flatMap((country) => {
    const regime = regimeAt({ country }, now);
    const citation = rightUnder(regime, 'post_mortem')?.citation ?? '';
    return knowsInstructions(regime) ? [{ country, citation }] : [];
  });
}
