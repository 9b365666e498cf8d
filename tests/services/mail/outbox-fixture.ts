import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { change, type MailDraft } from '#app/services/change.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { organisation, outboxMails, requestItems, requests } from '#db/schema/index.ts';

/** An organisation, as every installation has one. */
export async function addOrganisation(ctx: Ctx): Promise<void> {
  await ctx.db.insert(organisation).values({
    name: 'Northwind Cloud',
    contactEmail: 'privacy@northwind.example',
    demo: true,
    createdAt: ctx.clock.now(),
  });
}

/** A Dutch request for access and erasure; `typed` words of the visitor are sealed in it. */
export async function addRequest(
  ctx: Ctx,
  options: { proven?: boolean; typed?: string } = {},
): Promise<string> {
  const seal = (purpose: string) => ctx.vault.seal(options.typed ?? 'Ada', purpose);
  const [request] = await ctx.db
    .insert(requests)
    .values({
      reference: 'HB-7K3M-9Q2X',
      submissionKey: randomUUID(),
      locale: 'en',
      country: 'NL',
      jurisdiction: 'EEA',
      regimeKind: 'law',
      receivedAt: ctx.clock.now(),
      filedFor: 'self',
      nameSealed: seal('requests.name'),
      contactVerifiedAt: options.proven ? ctx.clock.now() : null,
    })
    .returning();
  const requestId = request?.id ?? '';
  await ctx.db.insert(requestItems).values([
    { requestId, ordinal: 0, right: 'access', status: 'awaiting-identity' },
    { requestId, ordinal: 1, right: 'erasure', status: 'awaiting-identity' },
  ]);
  return requestId;
}

/** Puts a mail in the outbox as a service does, and returns its row. */
export async function putInOutbox(ctx: Ctx, draft: Partial<MailDraft> = {}) {
  const mail = { kind: 'status', locale: 'en', to: 'ada@example.org', reference: 'HB-7K3M-9Q2X', ...draft };
  const system = actingAs(ctx, { kind: 'system', name: 'test' });
  await change(system, (tx) => tx.mail(mail));
  const [row] = await ctx.db.select().from(outboxMails).where(eq(outboxMails.createdAt, ctx.clock.now()));
  if (!row) throw new Error('outbox: no row was written');
  return row;
}
