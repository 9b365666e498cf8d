import { z } from 'zod';
import { sealEntries } from '#app/services/audit/seal-entries.ts';
import { declareJob, type LoopDeclaration } from './job-declaration.ts';

/** Seals what was committed since the last turn; the first turn of a process looks at the whole log. */
export function sealingLoop(): LoopDeclaration {
  let begun = false;
  return {
    every: 500,
    run: async (ctx) => {
      await sealEntries(ctx, { reach: begun ? 'recent' : 'whole' });
      begun = true;
    },
  };
}

/** Looks at the whole log for entries that a quick pass can miss: those of a transaction that lasted very long. */
export const sealStragglersJob = declareJob({
  payload: z.strictObject({}),
  run: async (ctx) => {
    await sealEntries(ctx, { reach: 'whole' });
  },
});
