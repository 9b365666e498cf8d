import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import { type TerritoryView, territoryView } from '#app/domain/rules/explorer/territory-view.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { type ControllerView, responsible } from '../requests/describe-rights.ts';
import { dayAsked } from './day-asked.ts';

/** A place with its law, and who answers there. */
export interface TerritoryDescription {
  readonly view: TerritoryView;
  readonly controller: ControllerView | null;
  readonly contactEmail: string | null;
}

/**
 * What applies to people who ordinarily live in a place, on a day. Open to everybody.
 * @param input.code the place, as in the address; throws NotFound when no place goes by it
 * @param input.on a day `YYYY-MM-DD`, today when absent; throws Invalid when it does not exist
 */
export async function describeTerritory(
  ctx: Ctx,
  input: { code: string; on?: string | null },
): Promise<TerritoryDescription> {
  const territory = territoryOf(input.code);
  if (!territory) throw new NotFound('unknown_territory', { expected: 'a country, region or jurisdiction' });
  const view = territoryView(territory, ctx.clock.now(), CALENDARS, dayAsked(input.on));
  return { view, ...(await responsible(ctx, territory.jurisdiction)) };
}
