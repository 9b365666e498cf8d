import { z } from 'zod';
import { recomputeOpen } from '#app/services/requests/recompute-open.ts';
import { declareJob } from './job-declaration.ts';

/** Computes the dates of open requests anew after an administrator changed what they depend on. */
export const recomputeOpenJob = declareJob({
  payload: z.strictObject({}),
  run: async (ctx, _, { signal }) => {
    ctx.log.info({ changed: await recomputeOpen(ctx, signal) }, 'open requests computed anew');
  },
});
