import { z } from 'zod';
import { runCollection } from '#app/services/collection/run-collection.ts';
import { buildPackage } from '#app/services/disclosure/build-package.ts';
import { declareJob } from './job-declaration.ts';

/** Walks the data map for one run; starts over when it was cut off. */
export const runCollectionJob = declareJob({
  payload: z.strictObject({ runId: z.uuid() }),
  run: (ctx, { runId }, { last, signal }) => runCollection(ctx, { runId }, { last, signal }),
});

/** Builds one package from the reviewed rows of its run. */
export const buildPackageJob = declareJob({
  payload: z.strictObject({ packageId: z.uuid() }),
  run: (ctx, { packageId }, { last }) => buildPackage(ctx, { packageId }, { last }),
});
