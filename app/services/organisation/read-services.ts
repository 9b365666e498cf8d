import { asc, eq } from 'drizzle-orm';
import type { SubjectText } from '#app/domain/data-map/data-map.ts';
import { chooseService } from '#app/domain/requests/service-choice.ts';
import type { PolicyReliedOn, ServicePolicy } from '#app/domain/rules/service-policy.ts';
import type { Db, Tx } from '#db/client.ts';
import { services } from '#db/schema/index.ts';

/** A context, or a change under way. */
interface Store {
  readonly db: Db | Tx;
}

/** A service as everybody may know it. */
export interface ServiceCard {
  readonly id: string;
  readonly name: SubjectText;
  readonly policy: ServicePolicy;
  readonly policyUrl: string | null;
  /** The privacy officer for this service; null where the controller of the place is written to. */
  readonly contactEmail: string | null;
  readonly contactAddress: string | null;
}

/** Which service a request is about, and whose word counts for it. */
export interface RequestService {
  /** Null: not sure, or all of them. */
  readonly service: ServiceCard | null;
  readonly policy: PolicyReliedOn;
}

const { id, name, policy, policyUrl, contactEmail, contactAddress } = services;
const CARD = { id, name, policy, policyUrl, contactEmail, contactAddress };

/** The services that a form can name, in the operator's order. Open to everybody. */
export function offeredServices({ db }: Store): Promise<ServiceCard[]> {
  return db.select(CARD).from(services).where(eq(services.offered, true)).orderBy(asc(services.ordinal));
}

/** What an answer of the form is about among the services on offer; null where there is nothing to choose. */
export async function serviceAnswered(
  store: Store,
  answer: string | undefined,
): Promise<RequestService | null> {
  const all = await offeredServices(store);
  const { serviceId, policy } = chooseService(all, answer);
  return policy && { service: all.find(({ id }) => id === serviceId) ?? null, policy };
}

/**
 * What a stored request is about; null where nobody asked. The caller has checked who may read the request. The
 * policy is the one of the day of filing, the card is as it is now.
 */
export async function serviceOfRequest(
  { db }: Store,
  request: { readonly serviceId: string | null; readonly policy: PolicyReliedOn | null },
): Promise<RequestService | null> {
  if (!request.policy) return null;
  const [service = null] = request.serviceId
    ? await db.select(CARD).from(services).where(eq(services.id, request.serviceId))
    : [];
  return { service, policy: request.policy };
}
