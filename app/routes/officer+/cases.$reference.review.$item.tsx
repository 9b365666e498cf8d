import { z } from 'zod';
import { moveReview } from '#app/services/cases/move-review.ts';
import { backToCase, serveCaseAction, showCase } from '#app/web/desk.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(showCase);

const schema = z.enum(['review_started', 'returned_to_work']);

export const action = serveCaseAction(async ({ ctx, params, request }) => {
  const event = schema.parse((await request.formData()).get('event'));
  await moveReview(ctx, { reference: params.reference ?? '', itemId: params.item ?? '', event });
  return backToCase(params.reference, 'review');
});
