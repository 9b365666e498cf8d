import { z } from 'zod';
import { runCollection } from '#app/services/collection/run-collection.ts';
import { buildPackage } from '#app/services/disclosure/build-package.ts';
import { declareJob } from './job-declaration.ts';

/** Walks the data map for a request; sources that are away are tried again by the queue. */
export const runCollectionJob = declareJob({
  payload: z.strictObject({ runId: z.uuid() }),
  run: (ctx, payload, { last, signal }) => runCollection(ctx, payload, { last, signal }),
});

/** Builds and signs a package from reviewed rows. */
export const buildPackageJob = declareJob({
  payload: z.strictObject({ packageId: z.uuid() }),
  run: (ctx, payload, { last }) => buildPackage(ctx, payload, { last }),
});
