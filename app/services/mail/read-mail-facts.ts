import { asc, eq } from 'drizzle-orm';
import type { ItemStatus } from '#app/domain/lifecycle/item-status.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { regimeOf } from '#app/domain/rules/applicable-regime.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { dutiesUnder } from '#app/domain/rules/duties-under.ts';
import { isJurisdiction } from '#app/domain/rules/jurisdiction.ts';
import type { Db, Tx } from '#db/client.ts';
import { organisation, requestItems, requests } from '#db/schema/index.ts';
import { type RequestService, serviceOfRequest } from '../organisation/read-services.ts';

export interface ItemFacts {
  readonly right: DataSubjectRight;
  readonly status: ItemStatus;
  readonly deadline: Deadline | null;
}

/** What a mail may say of a request: nothing in it was typed by the visitor. */
export interface RequestFacts {
  readonly reference: string;
  /** Day of receipt in the zone of the law, ISO. */
  readonly receivedOn: string;
  readonly regimeKind: 'law' | 'policy' | 'not_described';
  /** Rule pack of the law, whose name stands under `packs` in `legal.json`; null where no law is described. */
  readonly lawPack: string | null;
  /** A word that the law wants in the subject line of what the reader writes to us. */
  readonly subjectLineWord?: string | null;
  /** Which service it is about; absent where nobody asked. */
  readonly service?: RequestService | null;
  /** Whether the mailbox was proven to be the subject's: before that, no mail quotes anybody. */
  readonly addressProven: boolean;
  readonly items: readonly ItemFacts[];
}

export interface MailFacts {
  readonly organisation: string;
  readonly contactEmail: string;
  readonly request: RequestFacts | null;
}

/** Reads what a mail about a request says, as it stands now. */
export async function readMailFacts(db: Db | Tx, requestId: string | null): Promise<MailFacts> {
  const [org] = await db.select().from(organisation).limit(1);
  const request = requestId ? await readRequest(db, requestId) : null;
  return {
    organisation: org?.name ?? '',
    contactEmail: request?.service?.service?.contactEmail ?? org?.contactEmail ?? '',
    request,
  };
}

async function readRequest(db: Db | Tx, requestId: string): Promise<RequestFacts | null> {
  const [request] = await db.select().from(requests).where(eq(requests.id, requestId));
  if (!request) return null;
  const items = await db
    .select({ right: requestItems.right, status: requestItems.status, deadline: requestItems.deadline })
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId))
    .orderBy(asc(requestItems.ordinal));
  const zone = items.find(({ deadline }) => deadline)?.deadline?.timezone ?? 'UTC';
  const receivedOn = request.receivedAt.toZonedDateTimeISO(zone).toPlainDate().toString();
  return {
    reference: request.reference,
    receivedOn,
    regimeKind: request.regimeKind,
    lawPack: lawPackOf(request.jurisdiction, receivedOn),
    subjectLineWord: subjectLineWordOf(request.jurisdiction, receivedOn),
    service: await serviceOfRequest({ db }, request),
    addressProven: request.contactVerifiedAt !== null,
    items,
  };
}

function subjectLineWordOf(jurisdiction: string, receivedOn: string): string | null {
  if (!isJurisdiction(jurisdiction)) return null;
  const regime = regimeOf(jurisdiction, receivedOn);
  return regime.kind === 'law' ? (dutiesUnder(regime).contact.subjectLineWord ?? null) : null;
}

function lawPackOf(jurisdiction: string, receivedOn: string): string | null {
  if (!isJurisdiction(jurisdiction)) return null;
  const regime = regimeOf(jurisdiction, receivedOn);
  return regime.kind === 'law' ? regime.pack : null;
}
