import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ReadQuery } from '#app/connectors/connector.ts';
import type { DataMap, MapCollection } from '#app/domain/data-map/data-map.ts';
import { MATCH_RULES, normaliseIdentity } from '#app/domain/data-map/identity.ts';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { requests } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import { activeDataMap, type OpenConnectors, openConnectors } from '../collection/collection-world.ts';
import type { Ctx } from '../context.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { unlessLimited } from './code-budget.ts';
import { issueCode } from './codes.ts';

const address = z.email().max(254);

/**
 * Mails a code to the address that the customer database holds for the account of a request, and tells nobody
 * whether there is one. For the worker: the look-up takes as long as it takes.
 * @throws what the source threw, so that the queue tries again
 */
export async function sendCodeToAddressOnFile(ctx: Ctx, { requestId }: { requestId: string }): Promise<void> {
  requireSystem(ctx.actor);
  const [request] = await ctx.db.select().from(requests).where(eq(requests.id, requestId));
  const account = ctx.vault.openOptional(request?.accountSealed, 'requests.account');
  if (!request || !account || request.closedAt) return;
  const found = await lookInto(ctx, (data) => addressOnFile(data, account));
  if (!found) return;
  const { locale, reference } = request;
  const issued = change(ctx, async (tx) => {
    // Whoever claims an account is no stranger to us, but may be one to its holder.
    await takeToken(ctx, LIMITS.codesOnFilePerAddress, normaliseEmail(found), tx.db);
    await issueCode(ctx, tx, {
      requestId,
      reference,
      purpose: 'address_on_file',
      address: found,
      locale,
      asker: { kind: 'known', id: requestId },
    });
  });
  // Enough codes went there within the hour; trying again would only add to them.
  await issued.catch(unlessLimited);
}

/** A data map with the connections that lead to its sources. */
export interface CustomerData {
  readonly map: DataMap;
  readonly connectors: OpenConnectors;
}

/**
 * Opens the customer's sources for a look at one account, and closes them.
 * @throws Conflict `no_data_map`; what a source threw
 */
export async function lookInto<T>(ctx: Ctx, look: (data: CustomerData) => Promise<T>): Promise<T> {
  const { map } = await activeDataMap(ctx);
  const connectors = await openConnectors(ctx, map, async () => undefined);
  try {
    return await look({ map, connectors });
  } finally {
    await connectors.close();
  }
}

/** The one address that stands beside an account; null when there is no such account, no address, or several. */
export async function addressOnFile(
  { map, connectors }: CustomerData,
  account: string,
): Promise<string | null> {
  const found = new Set<string>();
  for (const { collection, query, email } of accountQueries(map, account)) {
    for await (const rows of connectors.connectorFor(collection).read(query)) {
      for (const row of rows) {
        const typed = address.safeParse((JSON.parse(row.json) as Record<string, unknown>)[email]);
        if (typed.success) found.add(typed.data);
      }
    }
  }
  const [only = null, ...others] = found;
  return others.length === 0 ? only : null;
}

/** The collections whose rows are accounts and hold an address beside the account's number. */
function accountQueries(
  map: DataMap,
  account: string,
): { collection: MapCollection; query: ReadQuery; email: string }[] {
  return map.collections
    .filter(({ subjectRecord, skip }) => subjectRecord && !skip)
    .flatMap((collection) => {
      const field = collection.fields.find(({ identity }) => identity === 'account_id')?.path;
      const email = collection.fields.find(
        ({ identity, path }) => identity === 'email' && !path.includes('.'),
      )?.path;
      if (!field || !email) return [];
      const values = [normaliseIdentity('account_id', account)];
      const where = { field, match: MATCH_RULES.account_id, values };
      return [
        { collection, email, query: { collection, columns: [email], keys: collection.primaryKey, where } },
      ];
    });
}
