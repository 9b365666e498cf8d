import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#app/services/context.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import { people, requests } from '#db/schema/index.ts';
import { customerPicker, type DemoCustomer } from './customers.ts';
import { beginCourse, type DemoStaff } from './demo-course.ts';
import { DEMO_REQUESTS, type DemoRequest } from './demo-requests.ts';
import { inTransaction } from './in-transaction.ts';
import { keepOutboxEmpty } from './keep-outbox-empty.ts';

/** Files the demo's requests and leads each to where it stands, unless there is any request already. */
export async function fileDemoRequests(ctx: Ctx, readerUrl: string): Promise<void> {
  const [any] = await ctx.db.select({ id: requests.id }).from(requests).limit(1);
  if (any) return;
  const customer = await customerPicker(readerUrl);
  await inTransaction(ctx, async (within) => {
    const staff = await officers(within);
    for (const demo of DEMO_REQUESTS) {
      const filing = filingOf(demo, customer(demo.accountIn ?? demo.country, demo.region));
      await demo.course(await beginCourse(within, filing, demo.daysAgo, staff));
    }
    await keepOutboxEmpty(within);
  });
}

async function officers(ctx: Ctx): Promise<[DemoStaff, DemoStaff]> {
  const [officer, colleague] = await ctx.db
    .select({ personId: people.id, role: people.role })
    .from(people)
    .where(eq(people.role, 'officer'))
    .orderBy(asc(people.email));
  if (!officer || !colleague) throw new Error('people: expected two officers, found fewer');
  return [officer, colleague];
}

function filingOf(demo: DemoRequest, { name, email, accountId }: DemoCustomer): Filing {
  return {
    submissionKey: `northwind-demo-${demo.key}`.padEnd(24, '-'),
    locale: demo.locale,
    country: demo.country,
    region: demo.region ?? null,
    filedFor: 'self',
    representative: null,
    name,
    email,
    accountId,
    ...(demo.service ? { service: demo.service } : {}),
    items: Object.entries(demo.asks).map(([right, details]) => ({
      right: right as Filing['items'][number]['right'],
      details: { ...details },
    })),
  };
}
