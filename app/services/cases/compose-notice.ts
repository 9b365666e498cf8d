import { Temporal } from 'temporal-polyfill';
import { type SubjectText, textFor } from '#app/domain/data-map/data-map.ts';
import type { InfeasibleReason } from '#app/domain/portability/direct-transmission.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { ApplicableRegime } from '#app/domain/rules/applicable-regime.ts';
import type { DerivationStep } from '#app/domain/rules/deadline-derivation.ts';
import { dutiesUnder } from '#app/domain/rules/duties-under.ts';
import type { RefusalGround } from '#app/domain/rules/refusal-ground.ts';
import type { ServicePolicy } from '#app/domain/rules/service-policy.ts';
import { formats } from '#app/i18n/format.ts';
import { languageOf, translator } from '#app/i18n/server.ts';
import { stepParams } from '#app/i18n/step-params.ts';
import { isolate } from '#app/i18n/text.ts';
import type { OwnTransfer } from '../transfers/read-transfers.ts';
import type { ToldRegulator } from './case-law.ts';
import { receivedOn } from './received-on.ts';

/** What every notice names. */
export interface NoticeFrame {
  /** The subject's language. */
  readonly locale: string;
  readonly reference: string;
  /** The day of receipt in the zone of the law, ISO. */
  readonly receivedOn: string;
  readonly right: DataSubjectRight;
  readonly regulator: ToldRegulator | null;
}

/** Which service a decision is about, and who answers for it. */
export interface ToldService {
  readonly name: SubjectText;
  readonly policy: ServicePolicy;
  readonly contactEmail: string | null;
  readonly contactAddress: string | null;
}

export interface ExtensionFacts extends NoticeFrame {
  readonly formerDue: string | null;
  /** ISO date until which the response is put off. */
  readonly newDue: string;
  readonly citation: string;
  readonly reasons: string;
  /** How the law comes to the new date; empty where this notice sets it. */
  readonly steps: readonly DerivationStep[];
  /** The zone of the law. */
  readonly zone: string;
}

export interface DecisionNoticeFacts extends NoticeFrame {
  readonly outcome: 'fulfilled' | 'partly-fulfilled' | 'refused';
  readonly ground: RefusalGround | null;
  readonly citation: string | null;
  readonly reasons: string | null;
  readonly remedy: string | null;
  /** Null where the request names none. */
  readonly service: ToldService | null;
  /** What came of the wish to have data sent to another controller. */
  readonly transfer: ToldTransfer | null;
}

/** A settled transfer as a decision tells of it. */
export type ToldTransfer =
  | { readonly state: 'accepted'; readonly receiver: string; readonly territory: string; readonly on: string }
  | {
      readonly state: 'infeasible';
      readonly reason: InfeasibleReason;
      readonly citation: string | null;
      readonly words: string | null;
    }
  | { readonly state: 'withdrawn' };

/** @param zone in which the day of arrival is read; null while nothing is settled */
export function toldTransfer(
  { state, receiver, restedAt, reason, citation, words }: OwnTransfer,
  zone: string,
): ToldTransfer | null {
  if (state === 'accepted' && receiver && restedAt) {
    const on = receivedOn(Temporal.Instant.from(restedAt), zone);
    return { state, receiver: receiver.name, territory: receiver.territory, on };
  }
  if (state === 'infeasible' && reason) return { state, reason, citation, words };
  return state === 'withdrawn' ? { state } : null;
}

function writer(frame: NoticeFrame) {
  const { tag, dir } = languageOf(frame.locale);
  const t = translator(tag);
  const format = formats(tag);
  const foreign = (value: string) => (dir === 'rtl' ? isolate(value) : value);
  return {
    t: (key: string, params?: Record<string, unknown>) => t(`legal:${key}`, params),
    right: t(`legal:rights.${frame.right}.name`),
    date: (iso: string) => format.date(iso),
    country: (code: string) => format.country(code),
    foreign,
    format,
  };
}

/** The notice of an extension in the subject's language: why, until when, on which ground of law. */
export function composeExtension(facts: ExtensionFacts): string {
  const w = writer(facts);
  return paragraphs([
    opening(facts),
    facts.formerDue
      ? w.t('notice.extension.moved', { from: w.date(facts.formerDue), to: w.date(facts.newDue) })
      : w.t('notice.extension.until', { to: w.date(facts.newDue) }),
    w.t('notice.extension.law', { citation: w.foreign(facts.citation) }),
    facts.steps.length > 0 && stepLines(facts),
    `${w.t('notice.reasons')}\n${facts.reasons}`,
    facts.regulator && regulatorLines(facts, facts.regulator),
  ]);
}

function stepLines(facts: ExtensionFacts): string {
  const w = writer(facts);
  const lines = facts.steps.map((step, index) => {
    const text = w.t(step.step, stepParams(step.params, facts.zone, w.format, w.t));
    const doubt = step.confidence === 'certain' ? '' : ` (${w.t(`notice.doubt.${step.confidence}`)})`;
    const source = step.citation ? ` [${w.foreign(step.citation)}]` : '';
    return `${index + 1}. ${text}${doubt}${source}`;
  });
  return [w.t('notice.steps'), ...lines].join('\n');
}

/** The decision in the subject's language, with everything that a refusal cannot be sent without. */
export function composeDecision(facts: DecisionNoticeFacts): string {
  const w = writer(facts);
  const ground = facts.ground && w.t(`refusalGround.${facts.ground}`);
  const law = facts.citation ? ` (${w.foreign(facts.citation)})` : '';
  const refused = facts.outcome !== 'fulfilled';
  return paragraphs([
    opening(facts),
    w.t(`notice.decision.${facts.outcome}`),
    facts.transfer && transferLines(facts, facts.transfer),
    refused && ground && `${w.t('notice.ground')}\n${ground}${law}`,
    facts.reasons && `${refused ? w.t('notice.reasons') : w.t('notice.remarks')}\n${facts.reasons}`,
    refused && facts.remedy && `${w.t('notice.remedy')}\n${facts.remedy}`,
    refused && facts.regulator && regulatorLines(facts, facts.regulator),
    facts.service && serviceLines(facts, facts.service),
  ]);
}

function opening(facts: NoticeFrame): string {
  const w = writer(facts);
  const params = { reference: w.foreign(facts.reference), date: w.date(facts.receivedOn), right: w.right };
  return w.t('notice.opening', params);
}

function transferLines(frame: NoticeFrame, told: ToldTransfer): string {
  const w = writer(frame);
  if (told.state === 'withdrawn') return w.t('notice.transfer.withdrawn');
  if (told.state === 'accepted') {
    const { receiver, territory, on } = told;
    const to = { receiver: w.foreign(receiver), territory: w.country(territory), date: w.date(on) };
    return w.t('notice.transfer.accepted', to);
  }
  const law = told.citation ? ` (${w.foreign(told.citation)})` : '';
  const reason = `${w.t(`notice.transfer.reason.${told.reason}`)}${law}`;
  return [w.t('notice.transfer.infeasible'), reason, told.words].filter(Boolean).join('\n');
}

function regulatorLines(frame: NoticeFrame, { name, url, phone }: ToldRegulator): string {
  const w = writer(frame);
  return [
    w.t('notice.regulator'),
    ...[name, url, phone].filter((line) => line !== undefined).map(w.foreign),
  ].join('\n');
}

function serviceLines(frame: NoticeFrame, service: ToldService): string {
  const w = writer(frame);
  const { contactEmail, contactAddress } = service;
  const officer = [contactEmail, contactAddress].filter((line) => line !== null).map(w.foreign);
  return [
    w.t('notice.service', {
      service: w.foreign(textFor(service.name, languageOf(frame.locale).tag)),
      policy: w.t(`service.${service.policy}`),
    }),
    ...(officer.length > 0 ? [w.t('service.officer'), ...officer] : []),
  ].join('\n');
}

function paragraphs(parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** What a subject can do against a decision, in the subject's language; prefilled for the officer. */
export function remedyText(locale: string, regime: ApplicableRegime): string {
  const t = translator(languageOf(locale).tag);
  const { jurisdiction } = regime;
  // France adds to the Regulation: its remedies are the Regulation's.
  const law = jurisdiction === 'FR' ? 'EEA' : jurisdiction;
  const known = WITH_APPEAL.includes(law) ? 'appeal' : WITH_REMEDY.find((own) => own === law);
  const remedy = t(`legal:remedy.${known ?? 'other'}`);
  const limit = regime.kind === 'not_described' ? undefined : dutiesUnder(regime).refusal.complainWithin;
  if (!limit) return remedy;
  const period = t(`legal:periods.${limit.unit}`, { count: limit.amount });
  return `${remedy} ${t('legal:remedy.within', { period })}`;
}

/** States whose law lets a refusal be appealed to the controller first. */
const WITH_APPEAL = ['US-VA', 'US-CO', 'US-CT', 'US-TX'];
/** Laws whose ways against a refusal have words of their own. */
const WITH_REMEDY = ['EEA', 'GB', 'CH', 'US-CA', 'KR', 'SG', 'TR', 'CN', 'BR', 'CA', 'CA-QC'] as const;
