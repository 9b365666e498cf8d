import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import {
  type ComparedRight,
  type ComparisonRow,
  compareJurisdictions,
} from '#app/domain/rules/explorer/compare-jurisdictions.ts';
import type { Ctx } from '../context.ts';

/** Every described law side by side for one right, as of now. Open to everybody. */
export function compareLaws(ctx: Ctx, input: { right: ComparedRight }): ComparisonRow[] {
  return compareJurisdictions(input.right, ctx.clock.now(), CALENDARS);
}
