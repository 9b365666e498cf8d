import { checkRealName } from '#app/services/cases/check-real-name.ts';
import { backToCase, serveCaseAction, showCase } from '#app/web/desk.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(showCase);

export const action = serveCaseAction(async ({ ctx, params }) => {
  await checkRealName(ctx, { reference: params.reference ?? '' });
  return backToCase(params.reference, 'real_name');
});
