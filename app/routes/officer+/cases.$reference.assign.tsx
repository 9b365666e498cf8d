import { assignRequest } from '#app/services/cases/assign-request.ts';
import { backToCase, serveCaseAction, showCase } from '#app/web/desk.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(showCase);

export const action = serveCaseAction(async ({ ctx, params, request }) => {
  const to = (await request.formData()).get('to');
  await assignRequest(ctx, {
    reference: params.reference ?? '',
    to: typeof to === 'string' && to ? to : null,
  });
  return backToCase(params.reference, 'assign');
});
