import type { SeedDemo } from '#app/start/seed.ts';
import { seedNorthwind } from '#db/northwind/seed.ts';
import { changeDemoPolicy } from './change-demo-policy.ts';
import { connectCustomer } from './connect-customer.ts';
import { fileDemoRequests } from './file-demo-requests.ts';
import { foundOrganisation, isForeign } from './found-organisation.ts';

/**
 * The demo: Northwind Cloud, its people, its customers' database, the data map over it, requests at every stage,
 * and a change of the policy that some were told of.
 * Each step is one transaction and knows whether it was done, so that a start that was cut off is completed by the
 * next one. A database that somebody else filled is left alone.
 */
export const seedDemo: SeedDemo = async ({ ctx, northwind, remember }) => {
  if (await isForeign(ctx)) return;
  await Promise.all([
    foundOrganisation(ctx, remember),
    seedNorthwind({ ownerUrl: northwind.ownerUrl, readerRole: northwind.readerRole }),
  ]);
  await connectCustomer(ctx, northwind.readerUrl);
  await fileDemoRequests(ctx, northwind.readerUrl);
  await changeDemoPolicy(ctx);
};
