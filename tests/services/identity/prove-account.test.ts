import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/services/context.ts';
import { sendCodeToAddressOnFile } from '#app/services/identity/address-on-file.ts';
import { confirmAddress } from '#app/services/identity/confirm-address.ts';
import { claimAccount, proveAccount } from '#app/services/identity/prove-account.ts';
import { personas } from '#db/northwind/personas.ts';
import { outboxMails, provenAttributes } from '#db/schema/index.ts';
import { type DemoDesk, openDemoDesk } from '#tests/services/disclosure/demo-desk.ts';
import { otherThan } from '../requests/subject.ts';

let desk: DemoDesk;
beforeAll(async () => {
  desk = await openDemoDesk(50);
});
afterAll(() => desk.close());

const network = '192.0.2.0/24';
const { accountId, email: onFile } = personas.ticketOwner;

/** A Korean access request for an account, whose mailbox is confirmed; Korea wants more than that. */
async function claimed(account: string | null = accountId) {
  const { requestId, items } = await desk.file({ country: 'KR', accountId: account });
  const subject = desk.as({ kind: 'subject', requestId, scope: 'filed' });
  const [first] = await codes(requestId, 'verify');
  await confirmAddress(subject, { requestId, code: first?.code ?? '', network });
  return { requestId, subject, item: items[0] ?? '' };
}

async function codes(requestId: string, purpose: string) {
  const rows = await desk.ctx.db
    .select()
    .from(outboxMails)
    .where(and(eq(outboxMails.requestId, requestId), eq(outboxMails.kind, 'code')))
    .orderBy(desc(outboxMails.createdAt));
  return rows
    .map(({ toSealed, paramsSealed }) => ({
      to: desk.ctx.vault.openOptional(toSealed, 'outbox_mails.to'),
      ...(JSON.parse(desk.ctx.vault.open(paramsSealed ?? '', 'outbox_mails.params')) as {
        code: string;
        purpose: string;
      }),
    }))
    .filter((mail) => mail.purpose === purpose);
}

async function look(subject: Ctx, requestId: string) {
  await claimAccount(subject, { requestId, network });
  await sendCodeToAddressOnFile(desk.worker, { requestId });
  return codes(requestId, 'address_on_file');
}

describe('a code to the address on file', () => {
  it('goes to the address that the customer database holds, whatever the visitor typed, and proves the account', async () => {
    const { requestId, subject, item } = await claimed();
    expect((await desk.item(item)).status).toBe('awaiting-identity');
    const [sent] = await look(subject, requestId);
    expect(sent?.to).toBe(onFile);
    expect(await proveAccount(subject, { requestId, code: sent?.code ?? '', network })).toEqual({
      ok: true,
      started: 1,
    });
    expect((await desk.item(item)).status).toBe('in-progress');
    const proven = await desk.ctx.db
      .select()
      .from(provenAttributes)
      .where(eq(provenAttributes.requestId, requestId));
    expect(proven.map(({ kind }) => kind).sort()).toEqual(['account_id', 'email']);
  });

  it('seeds the walk with the account as it was looked up, letter for letter', async () => {
    const [row] = await desk.base.owner.sql<{ id: string }[]>`
      update accounts set account_id = 'nw-lower' where account_id = ${personas.sparse.accountId} returning email`;
    expect(row).toBeDefined();
    const { requestId, subject } = await claimed('nw-lower');
    const [sent] = await look(subject, requestId);
    await proveAccount(subject, { requestId, code: sent?.code ?? '', network });
    const [proven] = await desk.ctx.db
      .select()
      .from(provenAttributes)
      .where(and(eq(provenAttributes.requestId, requestId), eq(provenAttributes.kind, 'account_id')));
    expect(desk.ctx.vault.open(proven?.valueSealed ?? '', 'proven_attributes.value')).toBe('nw-lower');
  });

  it('is sent nowhere for an account that does not exist, and the subject cannot tell', async () => {
    const { requestId, subject } = await claimed('NW-NOBODY');
    expect(await look(subject, requestId)).toEqual([]);
    expect(await proveAccount(subject, { requestId, code: '123456', network })).toEqual({ ok: false });
  });

  it('is not the code that went to the mailbox of the request', async () => {
    const { requestId, subject } = await claimed();
    const [sent] = await look(subject, requestId);
    for (const code of [otherThan(sent?.code ?? null), (await codes(requestId, 'verify'))[0]?.code ?? '']) {
      if (code === sent?.code) continue;
      expect(await proveAccount(subject, { requestId, code, network })).toEqual({ ok: false });
    }
  });

  it('is offered only to somebody who named an account and asks for themselves', async () => {
    const { requestId, subject } = await claimed(null);
    await expect(claimAccount(subject, { requestId, network })).rejects.toMatchObject({
      code: 'account_not_claimable',
    });
  });

  it('is for the subject of this request, and the look-up for the worker', async () => {
    const [mine, other] = [await claimed(), await claimed()];
    for (const ctx of [desk.ctx, other.subject, desk.officer]) {
      const input = { requestId: mine.requestId, network };
      await expect(claimAccount(ctx, input)).rejects.toMatchObject({ name: 'Forbidden' });
      await expect(proveAccount(ctx, { ...input, code: '123456' })).rejects.toMatchObject({
        name: 'Forbidden',
      });
      await expect(sendCodeToAddressOnFile(ctx, mine)).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});
