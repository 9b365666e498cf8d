import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import {
  type ComparisonRow,
  compareJurisdictions,
} from '#app/domain/rules/explorer/compare-jurisdictions.ts';
import type { ComparedRight } from '#app/domain/rules/explorer/compared-rights.ts';
import type { Ctx } from '../context.ts';

/** Every described law side by side for one right, as of now. Open to everybody. */
export function compareLaws(ctx: Ctx, input: { right: ComparedRight }): ComparisonRow[] {
  return compareJurisdictions(input.right, ctx.clock.now(), CALENDARS);
}
