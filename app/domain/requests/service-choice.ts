import type { PolicyReliedOn, ServicePolicy } from '../rules/service-policy.ts';

/** What the form sends for "I am not sure, or all of them"; no service can be called so. */
export const ANY_SERVICE = 'any';

/** A service's id: it stands in addresses and in the log. */
export const SERVICE_ID = /^[a-z][a-z0-9-]{0,39}$/;

interface Offered {
  readonly id: string;
  readonly policy: ServicePolicy;
}

/** What a request is about: a service, or (null) any of them; `policy` null where there was nothing to choose. */
export interface ServiceChoice {
  readonly serviceId: string | null;
  readonly policy: PolicyReliedOn | null;
}

/**
 * What an answer means among the services on offer. Nobody has to know the service to use a right, so an answer that
 * is missing, or that names a service offered no longer, is read as any of them.
 */
export function chooseService(offered: readonly Offered[], answer: string | undefined): ServiceChoice {
  if (offered.length < 2) return { serviceId: null, policy: null };
  const chosen = offered.find(({ id }) => id === answer);
  if (chosen) return { serviceId: chosen.id, policy: chosen.policy };
  const policies = new Set(offered.map(({ policy }) => policy));
  const [only] = policies.size === 1 ? policies : [];
  return { serviceId: null, policy: only ?? 'either' };
}
