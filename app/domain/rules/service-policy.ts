import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { regimeOf, rightUnder } from './applicable-regime.ts';
import type { RightRule } from './right-rule.ts';

/** A service has a privacy policy of its own, or is under the general one (general policy, "Scope"). */
export const SERVICE_POLICIES = ['own', 'general'] as const;
export type ServicePolicy = (typeof SERVICE_POLICIES)[number];

/** Whose word a request can rely on; `either` where it may be about services under both. */
export const POLICIES_RELIED_ON = [...SERVICE_POLICIES, 'either'] as const;
export type PolicyReliedOn = (typeof POLICIES_RELIED_ON)[number];

type PromisedLimit = RightRule['promise'];

/**
 * The promises that hold for a right beside the law. The packs carry those of a service's own policy; the general
 * policy makes the ones that stand in the pack for the rest of the world, wherever the data subject lives.
 * @param policy undefined where nobody asked which service it is about: the pack's own promise, as without services
 * @param receivedOn ISO date; the general policy in force on that day counts
 * @returns none where no policy promises anything; two only for `either`
 */
export function promisesFor(
  rule: Pick<RightRule, 'promise'>,
  right: DataSubjectRight,
  policy: PolicyReliedOn | undefined,
  receivedOn: string,
): NonNullable<PromisedLimit>[] {
  const general = policy === 'general' || policy === 'either' ? generalPromise(right, receivedOn) : undefined;
  const own = policy === 'general' ? undefined : rule.promise;
  return [own, general].filter((promise) => promise !== undefined);
}

/** What the general policy promises for a right to everybody; undefined for a right that it does not speak of. */
function generalPromise(right: DataSubjectRight, receivedOn: string): PromisedLimit {
  return rightUnder(regimeOf('ROW', receivedOn), right)?.promise;
}
