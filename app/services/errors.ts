/**
 * The few ways in which a service says no. They carry codes and places, never text for people:
 * the edge translates them once, and tells an attacker nothing.
 */
export class ServiceError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** What was asked for does not exist, or must look as if it did not. */
export class NotFound extends ServiceError {}

/** The actor may not do this. */
export class Forbidden extends ServiceError {}

/** The state of things no longer allows it: a stale page, a double decision, a transition that is not in the table. */
export class Conflict extends ServiceError {}

/** What came in is not what was expected; `details.issues` lists path, code and expectation. */
export class Invalid extends ServiceError {}

/** Too many tries; `details.retryAfterSeconds` says when to come back. */
export class RateLimited extends ServiceError {}
