import type { StaffRole } from '#db/schema/people.ts';
import { Forbidden } from './errors.ts';

/** On whose behalf a service runs. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'subject'; readonly requestId: string; readonly scope: 'filed' | 'track' }
  | { readonly kind: 'officer'; readonly personId: string; readonly role: StaffRole }
  | { readonly kind: 'system'; readonly name: string };

export const ANONYMOUS: Actor = { kind: 'anonymous' };

/** Id under which an actor stands in the audit log; null for someone unknown. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'officer') return actor.personId;
  if (actor.kind === 'subject') return actor.requestId;
  return actor.kind === 'system' ? actor.name : null;
}

/**
 * First line of each service for staff: the roles that may call it.
 * @throws Forbidden for anyone else
 */
export function requireStaff(
  actor: Actor,
  ...roles: readonly StaffRole[]
): { personId: string; role: StaffRole } {
  if (actor.kind === 'officer' && roles.includes(actor.role)) return actor;
  throw new Forbidden('staff_role_required', { roles });
}

/** Whoever fulfils requests: officers, and administrators who stand in for them. */
export const FULFILLING: readonly StaffRole[] = ['officer', 'administrator'];
/** Whoever may read cases. */
export const READING: readonly StaffRole[] = ['officer', 'administrator', 'auditor'];
/** Whoever reads the log. */
export const AUDITING: readonly StaffRole[] = ['administrator', 'auditor'];
/** Whoever keeps people and settings. */
export const ADMINISTERING: readonly StaffRole[] = ['administrator'];

/**
 * First line of each service for a subject: only the browser that proved this request.
 * @throws Forbidden for anyone else, also for the subject of another request
 */
export function requireSubject(actor: Actor, requestId: string): void {
  if (actor.kind === 'subject' && actor.requestId === requestId) return;
  throw new Forbidden('subject_session_required');
}

/** @throws Forbidden unless the worker or the command line calls */
export function requireSystem(actor: Actor): void {
  if (actor.kind !== 'system') throw new Forbidden('system_only');
}
