import { asc, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type AssuranceLevel, suffices } from '#app/domain/identity/assurance.ts';
import { availableEvents } from '#app/domain/lifecycle/apply-event.ts';
import { decisionEvidence } from '#app/domain/lifecycle/decision-evidence.ts';
import { type ExtensionStanding, extensionStanding } from '#app/domain/lifecycle/extension.ts';
import { isPackaged, needsSecondPerson } from '#app/domain/lifecycle/irreversible.ts';
import type { ItemStatus } from '#app/domain/lifecycle/item-status.ts';
import { daysUntil, type SteerSource, steerSource } from '#app/domain/lifecycle/queue-reason.ts';
import { type LifecycleEvent, type Requirement, TRANSITIONS } from '#app/domain/lifecycle/transitions.ts';
import type { Details } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { type ApplicableRegime, rightUnder } from '#app/domain/rules/applicable-regime.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { approvals, decisions, executionRecords, packages } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { type TransferView, transfersOf, transferView } from '../transfers/read-transfers.ts';
import { assuranceNeeded, type PauseRule, pauseOnQuestion } from './case-law.ts';
import type { CaseItem, RequestRow } from './load-case.ts';

export interface ExecutionView {
  readonly id: string;
  readonly system: string;
  readonly executedBy: string;
  readonly executedAt: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly evidence: string | null;
  readonly recordedBy: string;
}

export interface ApprovalView {
  readonly askedBy: string;
  readonly askedAt: string;
  readonly plan: string;
  readonly outcome: 'approved' | 'declined' | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

export interface DecisionView {
  readonly outcome: 'fulfilled' | 'partly-fulfilled' | 'refused';
  readonly ground: string | null;
  readonly reasons: string | null;
  readonly regulator: {
    readonly name: string;
    readonly url?: string | undefined;
    readonly phone?: string | undefined;
  } | null;
  readonly remedy: string | null;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

export interface PackageView {
  readonly id: string;
  readonly status: 'queued' | 'building' | 'built' | 'failed' | 'purged';
  readonly rows: number | null;
  readonly files: number | null;
  readonly bytes: number | null;
  readonly failure: string | null;
  readonly deliveredAt: string | null;
  readonly expiresAt: string | null;
  readonly downloads: number;
}

export interface ItemView {
  readonly id: string;
  readonly right: DataSubjectRight;
  readonly status: ItemStatus;
  /** What the subject typed for this right, by question. */
  readonly details: Details;
  /** Where the right is written; null where no law is described. */
  readonly citation: string | null;
  readonly deadline: Deadline | null;
  readonly source: SteerSource;
  readonly days: number | null;
  readonly extension: ExtensionStanding;
  readonly pause: PauseRule;
  readonly assuranceNeeded: AssuranceLevel;
  readonly identitySuffices: boolean;
  /** Answered with a package of what was found; otherwise by a task with an execution record. */
  readonly packaged: boolean;
  readonly secondPerson: boolean;
  /** What an officer may do now, from the table of transitions. */
  readonly events: readonly LifecycleEvent[];
  /** What a fulfilment still lacks. */
  readonly lacks: readonly Requirement[];
  readonly executions: readonly ExecutionView[];
  readonly approval: ApprovalView | null;
  readonly decision: DecisionView | null;
  readonly packages: readonly PackageView[];
  /** The wish to have the package sent to another controller; null where nobody has it. */
  readonly transfer: TransferView | null;
}

/** Everything about the items of a request that a page about it shows. */
export async function readItems(
  ctx: Ctx,
  request: RequestRow,
  items: readonly CaseItem[],
  regime: ApplicableRegime,
  collectionReviewed: boolean,
): Promise<ItemView[]> {
  const ids = items.map(({ id }) => id);
  const [executed, asked, decided, built, sent] = await Promise.all([
    ctx.db
      .select()
      .from(executionRecords)
      .where(inArray(executionRecords.itemId, ids))
      .orderBy(asc(executionRecords.executedAt)),
    ctx.db.select().from(approvals).where(inArray(approvals.itemId, ids)).orderBy(asc(approvals.askedAt)),
    ctx.db.select().from(decisions).where(inArray(decisions.itemId, ids)),
    ctx.db.select().from(packages).where(inArray(packages.itemId, ids)).orderBy(asc(packages.queuedAt)),
    transfersOf(ctx, request.id),
  ]);
  const now = ctx.clock.now();
  return items.map((item) => {
    const approval = asked.findLast(({ itemId }) => itemId === item.id);
    const executions = executed.filter(({ itemId }) => itemId === item.id);
    const transfer = sent.get(item.id);
    const needed = assuranceNeeded(regime, item.right);
    const met = decisionEvidence({
      right: item.right,
      executionRecords: executions.length,
      assurance: request.assurance,
      assuranceNeeded: needed,
      collectionReviewed,
      approved: approval?.outcome === 'approved',
      transfer: transfer?.state ?? null,
    });
    return {
      id: item.id,
      right: item.right,
      status: item.status,
      details: detailsOf(ctx, item),
      citation: rightUnder(regime, item.right)?.citation ?? null,
      ...clockOf(item, regime, now),
      assuranceNeeded: needed,
      identitySuffices: suffices(request.assurance, needed),
      packaged: isPackaged(item.right),
      secondPerson: needsSecondPerson(item.right),
      events: availableEvents(item.status, 'officer'),
      lacks: TRANSITIONS.fulfilled.needs.filter((need) => !met.has(need)),
      executions: executions.map((row) => executionView(ctx, row)),
      approval: approval ? approvalView(ctx, approval) : null,
      decision: decisionView(
        ctx,
        decided.find(({ itemId }) => itemId === item.id),
      ),
      packages: built.filter(({ itemId }) => itemId === item.id).map(packageView),
      transfer: transfer ? transferView(ctx, transfer, item.status, regime) : null,
    };
  });
}

function clockOf(item: CaseItem, regime: ApplicableRegime, now: Temporal.Instant) {
  return {
    deadline: item.deadline,
    source: steerSource(item.deadline),
    days: daysUntil(item.deadline, now),
    extension: extensionStanding(item.deadline, now),
    pause: pauseOnQuestion(regime, item.right),
  };
}

function detailsOf(ctx: Ctx, item: CaseItem): ItemView['details'] {
  const json = ctx.vault.openOptional(item.detailsSealed, 'request_items.details');
  return json ? (JSON.parse(json) as ItemView['details']) : {};
}

function executionView(ctx: Ctx, row: typeof executionRecords.$inferSelect): ExecutionView {
  const { id, system, executedBy, counts, recordedBy } = row;
  const evidence = ctx.vault.openOptional(row.evidenceSealed, 'execution_records.evidence');
  return { id, system, executedBy, executedAt: row.executedAt.toString(), counts, evidence, recordedBy };
}

function approvalView(ctx: Ctx, row: typeof approvals.$inferSelect): ApprovalView {
  return {
    askedBy: row.askedBy,
    askedAt: row.askedAt.toString(),
    plan: ctx.vault.open(row.planSealed, 'approvals.plan'),
    outcome: row.outcome,
    decidedBy: row.decidedBy,
    reason: ctx.vault.openOptional(row.reasonSealed, 'approvals.reason'),
  };
}

function decisionView(ctx: Ctx, row: typeof decisions.$inferSelect | undefined): DecisionView | null {
  if (!row) return null;
  const { outcome, ground, regulator, remedy, decidedBy } = row;
  const reasons = ctx.vault.openOptional(row.reasonsSealed, 'decisions.reasons');
  return { outcome, ground, reasons, regulator, remedy, decidedBy, decidedAt: row.decidedAt.toString() };
}

function packageView(row: typeof packages.$inferSelect): PackageView {
  const { id, status, rows, files, bytes, failure, downloads } = row;
  const [deliveredAt, expiresAt] = [row.deliveredAt?.toString() ?? null, row.expiresAt?.toString() ?? null];
  return { id, status, rows, files, bytes, failure, deliveredAt, expiresAt, downloads };
}
