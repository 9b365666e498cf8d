import { liftWithholding } from '#app/services/collection/withhold.ts';
import { backToCase, serveCaseAction, showCase } from '#app/web/desk.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(showCase);

export const action = serveCaseAction(async ({ ctx, params }) => {
  await liftWithholding(ctx, { withholdingId: params.withholding ?? '' });
  return backToCase(params.reference, 'lift');
});
