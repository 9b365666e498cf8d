import { asc, eq } from 'drizzle-orm';
import type { AssuranceLevel, FiledFor, ProofMethod } from '#app/domain/identity/assurance.ts';
import { type RequestStatus, requestStatus } from '#app/domain/lifecycle/item-status.ts';
import { versionOf } from '#app/domain/rules/applicable-regime.ts';
import {
  auditEntries,
  deliveryAuthorities,
  identityProofs,
  provenAttributes,
  requestItems,
  requests,
  residenceRecords,
} from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { type RequestService, serviceOfRequest } from '../organisation/read-services.ts';
import { parseReference } from '../requests/reference.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import type { RequestRow } from './load-case.ts';
import { noteOpening } from './note-opening.ts';
import { type CollectionView, readCollection } from './read-case-collection.ts';
import { type FileView, type MessageView, readFiles, readMessages } from './read-case-correspondence.ts';
import { type ItemView, readItems } from './read-case-items.ts';
import { type RealNameView, readRealNameCheck } from './read-real-name-check.ts';

export interface ProofView {
  readonly method: ProofMethod;
  readonly assurance: AssuranceLevel;
  readonly compared: readonly string[];
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
  readonly revoked: boolean;
  readonly proven: readonly { readonly kind: string; readonly value: string }[];
}

export interface TimelineView {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly actorKind: 'anonymous' | 'subject' | 'officer' | 'system';
  readonly actorId: string | null;
  readonly itemId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface ResidenceView {
  readonly country: string;
  readonly region: string | null;
  readonly jurisdiction: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

/** A case as one page shows it. */
export interface CaseView {
  readonly reference: string;
  readonly status: RequestStatus;
  readonly receivedAt: string;
  readonly closedAt: string | null;
  /** The language that the subject is written to. */
  readonly locale: string;
  readonly assignedTo: string | null;
  readonly filedFor: FiledFor;
  /** Null where nobody asked which service it is about. */
  readonly service: RequestService | null;
  /** Null once the payload was purged. */
  readonly subject: {
    readonly name: string | null;
    readonly email: string | null;
    readonly account: string | null;
  };
  readonly representative: { readonly name: string; readonly relation: string } | null;
  readonly contactVerified: boolean;
  readonly assurance: AssuranceLevel;
  readonly proofs: readonly ProofView[];
  /** Null where no account could be looked up. */
  readonly realName: RealNameView | null;
  readonly authority: {
    readonly seen: string;
    readonly recipient: 'subject' | 'representative';
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  } | null;
  readonly residences: readonly ResidenceView[];
  readonly jurisdiction: string;
  readonly regimeKind: 'law' | 'policy' | 'not_described';
  /** The statute's own name; null where no law is described. */
  readonly law: string | null;
  readonly items: readonly ItemView[];
  readonly messages: readonly MessageView[];
  readonly files: readonly FileView[];
  readonly timeline: readonly TimelineView[];
  readonly collection: CollectionView | null;
}

/**
 * Everything about a request, for one page. Staff may read it, an auditor too; the log says who did.
 * @throws Forbidden; NotFound when no request bears the reference
 */
export async function readCase(ctx: Ctx, reference: string): Promise<CaseView> {
  requireStaff(ctx.actor, ...READING);
  const [request] = await ctx.db
    .select()
    .from(requests)
    .where(eq(requests.reference, parseReference(reference) ?? ''));
  if (!request) throw new NotFound('request');
  const [items, collection] = await Promise.all([
    ctx.db
      .select()
      .from(requestItems)
      .where(eq(requestItems.requestId, request.id))
      .orderBy(asc(requestItems.ordinal)),
    readCollection(ctx, request.id),
    noteOpening(ctx, request.id),
  ]);
  const regime = regimeOfRequest(request);
  const [views, service, realName, proofs, authority, residences, said, files, timeline] = await Promise.all([
    readItems(ctx, request, items, regime, Boolean(collection?.reviewedAt)),
    serviceOfRequest(ctx, request),
    readRealNameCheck(ctx, request),
    readProofs(ctx, request.id),
    readAuthority(ctx, request.id),
    readResidences(ctx, request.id),
    readMessages(ctx, request.id),
    readFiles(ctx, request.id),
    readTimeline(ctx, request.id),
  ]);
  return {
    ...headOf(ctx, request),
    status: requestStatus(items.map(({ status }) => status)),
    law: regime.kind === 'not_described' ? null : versionOf(regime).law.name,
    items: views,
    service,
    realName,
    proofs,
    authority,
    residences,
    messages: said,
    files,
    timeline,
    collection,
  };
}

function headOf(ctx: Ctx, request: RequestRow) {
  const { vault } = ctx;
  const representative = vault.openOptional(request.representativeSealed, 'requests.representative');
  return {
    reference: request.reference,
    receivedAt: request.receivedAt.toString(),
    closedAt: request.closedAt?.toString() ?? null,
    locale: request.locale,
    assignedTo: request.assignedTo,
    filedFor: request.filedFor,
    subject: {
      name: vault.openOptional(request.nameSealed, 'requests.name'),
      email: vault.openOptional(request.emailSealed, 'requests.email'),
      account: vault.openOptional(request.accountSealed, 'requests.account'),
    },
    representative: representative
      ? (JSON.parse(representative) as { name: string; relation: string })
      : null,
    contactVerified: request.contactVerifiedAt !== null,
    assurance: request.assurance,
    jurisdiction: request.jurisdiction,
    regimeKind: request.regimeKind,
  };
}

async function readProofs(ctx: Ctx, requestId: string): Promise<ProofView[]> {
  const [proofs, values] = await Promise.all([
    ctx.db
      .select()
      .from(identityProofs)
      .where(eq(identityProofs.requestId, requestId))
      .orderBy(asc(identityProofs.recordedAt)),
    ctx.db.select().from(provenAttributes).where(eq(provenAttributes.requestId, requestId)),
  ]);
  return proofs.map((proof) => ({
    method: proof.method,
    assurance: proof.assurance,
    compared: proof.attributesCompared,
    reason: ctx.vault.openOptional(proof.reasonSealed, 'identity_proofs.reason'),
    by: proof.recordedBy,
    at: proof.recordedAt.toString(),
    revoked: proof.revokedAt !== null,
    proven: values
      .filter(({ proofId }) => proofId === proof.id)
      .map(({ kind, valueSealed }) => ({
        kind,
        value: ctx.vault.open(valueSealed, 'proven_attributes.value'),
      })),
  }));
}

async function readAuthority(ctx: Ctx, requestId: string): Promise<CaseView['authority']> {
  const [row] = await ctx.db
    .select()
    .from(deliveryAuthorities)
    .where(eq(deliveryAuthorities.requestId, requestId));
  if (!row) return null;
  const reason = ctx.vault.open(row.reasonSealed, 'delivery_authorities.reason');
  return {
    seen: row.authoritySeen,
    recipient: row.recipient,
    reason,
    by: row.recordedBy,
    at: row.recordedAt.toString(),
  };
}

async function readResidences(ctx: Ctx, requestId: string): Promise<ResidenceView[]> {
  const rows = await ctx.db
    .select()
    .from(residenceRecords)
    .where(eq(residenceRecords.requestId, requestId))
    .orderBy(asc(residenceRecords.recordedAt));
  return rows.map(({ country, region, jurisdiction, reasonSealed, recordedBy, recordedAt }) => ({
    country,
    region,
    jurisdiction,
    reason: ctx.vault.openOptional(reasonSealed, 'residence_records.reason'),
    by: recordedBy,
    at: recordedAt.toString(),
  }));
}

async function readTimeline(ctx: Ctx, requestId: string): Promise<TimelineView[]> {
  const rows = await ctx.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.requestId, requestId))
    .orderBy(asc(auditEntries.id));
  return rows.map(({ id, at, kind, actorKind, actorId, itemId, data }) => ({
    id,
    at: at.toString(),
    kind,
    actorKind,
    actorId,
    itemId,
    data,
  }));
}
