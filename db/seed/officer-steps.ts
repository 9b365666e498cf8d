import { eq } from 'drizzle-orm';
import { askApproval, decideApproval } from '#app/services/cases/approve-plan.ts';
import { askQuestion } from '#app/services/cases/ask-question.ts';
import { assignRequest } from '#app/services/cases/assign-request.ts';
import { regulatorToTell } from '#app/services/cases/case-law.ts';
import { remedyText } from '#app/services/cases/compose-notice.ts';
import { type DecisionInput, decideItem, previewDecision } from '#app/services/cases/decide-item.ts';
import { extendResponse, previewExtension } from '#app/services/cases/extend-response.ts';
import { recordExecution } from '#app/services/cases/record-execution.ts';
import { type HandProof, verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { startCollection } from '#app/services/collection/start-collection.ts';
import { regimeOfRequest } from '#app/services/requests/regime-at.ts';
import { requests } from '#db/schema/index.ts';
import type { DemoCourse } from './demo-course.ts';

/** What officers do in the course of a demo request, each through the service that the console calls. */

export async function take(course: DemoCourse): Promise<void> {
  const { actor } = course.officer;
  const to = actor.kind === 'officer' ? actor.personId : null;
  await assignRequest(course.officer, { reference: course.reference, to });
}

/** The worker walks the data map once it runs. */
export async function collect(course: DemoCourse): Promise<void> {
  await startCollection(course.officer, { reference: course.reference });
}

export function ask(course: DemoCourse, question: string): Promise<void> {
  return askQuestion(course.officer, {
    reference: course.reference,
    itemIds: [...course.items],
    question,
  });
}

export async function extend(course: DemoCourse, itemId: string, reasons: string): Promise<void> {
  const input = { reference: course.reference, itemId, reasons, until: null };
  await extendResponse(course.officer, input, await previewExtension(course.officer, input));
}

export function proveByHand(course: DemoCourse, proof: Omit<HandProof, 'reference'>): Promise<void> {
  return verifyIdentityByHand(course.officer, { reference: course.reference, ...proof });
}

/** One person plans what cannot be undone, another approves it. */
export async function approve(course: DemoCourse, itemId: string, plan: string): Promise<void> {
  const { reference } = course;
  await askApproval(course.officer, { reference, itemId, plan });
  await decideApproval(course.colleague, { reference, itemId, outcome: 'approved', reason: '' });
}

export function execute(
  course: DemoCourse,
  itemId: string,
  records: number,
  evidence: string,
): Promise<void> {
  return recordExecution(course.officer, {
    reference: course.reference,
    itemId,
    system: 'northwind',
    executedBy: 'Northwind operations',
    executedAt: course.now().toString(),
    records,
    evidence,
  });
}

export function fulfil(course: DemoCourse, itemId: string): Promise<void> {
  return decide(course, {
    itemId,
    outcome: 'fulfilled',
    ground: null,
    reasons: null,
    regulator: null,
    remedy: null,
  });
}

/** Refuses with the regulator and the remedy that the console would fill in. */
export async function refuse(
  course: DemoCourse,
  itemId: string,
  ground: NonNullable<DecisionInput['ground']>,
  reasons: string,
): Promise<void> {
  const [request] = await course.officer.db.select().from(requests).where(eq(requests.id, course.requestId));
  if (!request) throw new Error(`${course.reference}: the request is gone`);
  const { name = '', url = '', phone = '' } = regulatorToTell(regimeOfRequest(request), course.locale) ?? {};
  const remedy = remedyText(course.locale, regimeOfRequest(request));
  await decide(course, {
    itemId,
    outcome: 'refused',
    ground,
    reasons,
    regulator: { name, url, phone },
    remedy,
  });
}

async function decide(course: DemoCourse, decision: Omit<DecisionInput, 'reference'>): Promise<void> {
  const input = { reference: course.reference, ...decision };
  await decideItem(course.officer, input, await previewDecision(course.officer, input));
}
