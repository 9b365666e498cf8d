import { startCollection } from '#app/services/collection/start-collection.ts';
import { backToCase, serveCaseAction, showCase } from '#app/web/desk.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(showCase);

export const action = serveCaseAction(async ({ ctx, params }) => {
  await startCollection(ctx, { reference: params.reference ?? '' });
  return backToCase(params.reference, 'collect');
});
