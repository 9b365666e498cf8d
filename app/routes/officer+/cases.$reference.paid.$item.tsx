import { recordFeePaid } from '#app/services/fees/record-fee-paid.ts';
import { backToCase, serveCaseAction, showCase } from '#app/web/desk.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(showCase);

export const action = serveCaseAction(async ({ ctx, params }) => {
  await recordFeePaid(ctx, { reference: params.reference ?? '', itemId: params.item ?? '' });
  return backToCase(params.reference, 'paid');
});
