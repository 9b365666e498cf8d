import { asc } from 'drizzle-orm';
import { askableRights, isAskable } from '#app/domain/requests/askable-rights.ts';
import type { DataSubjectRight, RightStanding } from '#app/domain/rights/data-subject-right.ts';
import {
  type ApplicableRegime,
  type DescribedRegime,
  rightsUnder,
  versionOf,
} from '#app/domain/rules/applicable-regime.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import type { Confidence } from '#app/domain/rules/confidence.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { assuranceFor, consequencesOf, dutiesUnder, regulatorOf } from '#app/domain/rules/duties-under.ts';
import type { LocalName } from '#app/domain/rules/local-name.ts';
import { localNames } from '#app/domain/rules/local-names.ts';
import type { Assurance } from '#app/domain/rules/pack-duties.ts';
import { responseDeadline } from '#app/domain/rules/response-deadline.ts';
import type { PolicyReliedOn } from '#app/domain/rules/service-policy.ts';
import type { Residence } from '#app/domain/rules/territory.ts';
import { controllers, organisation } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { type DeadlineSettings, deadlineSettings } from './deadline-settings.ts';
import { regimeAt } from './regime-at.ts';

/** One right as a page shows it: where it stands, and until when it would be answered if it were asked now. */
export interface RightView {
  readonly right: DataSubjectRight;
  readonly standing: RightStanding;
  readonly askable: boolean;
  readonly citation: string;
  readonly confidence: Confidence;
  /** Keys below `notes.` in `legal.json`. */
  readonly notes: readonly string[];
  /** The right that serves where this one is missing. */
  readonly instead: DataSubjectRight | null;
  readonly deadline: Deadline | null;
  /** Keys below `notes.`: what follows from using the right; shown, never in the way. */
  readonly consequences: readonly string[];
  readonly assurance: Assurance;
  /** What the law itself calls it, in the languages of the place. */
  readonly names: readonly LocalName[];
  /** Keys below `notes.`: what the law wants an access answer to tell; empty for other rights. */
  readonly contents: readonly string[];
}

/** Who answers for the data of people in a territory. */
export interface ControllerView {
  readonly name: string;
  readonly address: string;
  readonly contactEmail: string;
  readonly phone: string | null;
  /** Who represents the controller in that territory; null where nobody is named. */
  readonly representative: {
    readonly name: string;
    readonly address: string | null;
    readonly email: string | null;
  } | null;
}

/** How the law has people reach who answers, and which language counts. */
export interface ContactCard {
  readonly officer: string;
  /** A word that the subject line must carry. */
  readonly subjectLineWord: string | null;
  readonly representative: 'none' | 'local_representative' | 'domestic_agent';
  readonly phoneRequired: boolean;
  readonly channels: readonly string[];
  /** BCP 47 tag of the language version that prevails; null where none does. */
  readonly prevails: string | null;
  readonly citation: string;
}

/** The card of a regime; null where no law is described. */
export function contactCard(regime: ApplicableRegime): ContactCard | null {
  if (regime.kind === 'not_described') return null;
  const { contact, language } = dutiesUnder(regime);
  return {
    officer: contact.officer,
    subjectLineWord: contact.subjectLineWord ?? null,
    representative: contact.representative,
    phoneRequired: contact.phoneRequired,
    channels: contact.channels,
    prevails: language.prevails ?? null,
    citation: contact.citation,
  };
}

export interface RightsView {
  readonly card: ContactCard | null;
  readonly jurisdiction: string;
  readonly kind: ApplicableRegime['kind'];
  /** Name and citation as the law itself has them; null where no law is described. */
  readonly law: { readonly pack: string; readonly name: string; readonly citation: string } | null;
  readonly controller: ControllerView | null;
  readonly contactEmail: string | null;
  readonly regulator: RegulatorView | null;
  readonly rights: readonly RightView[];
  readonly askable: readonly DataSubjectRight[];
}

export interface RegulatorView {
  readonly name: string;
  readonly url: string | null;
  readonly complaintUrl: string | null;
  readonly phone: string | null;
}

/**
 * What applies to people who live in a place, as of now. Anybody may ask; nothing personal is needed.
 * @param policy whose promises count, once it is known which service is asked about
 */
export async function describeRights(
  ctx: Ctx,
  residence: Residence,
  policy?: PolicyReliedOn | null,
): Promise<RightsView> {
  const now = ctx.clock.now();
  const regime = regimeAt(residence, now);
  const described = regime.kind === 'not_described' ? null : regime;
  const settings = described && {
    regime: described,
    ...(await deadlineSettings(ctx.db, described)),
    ...(policy ? { policy } : {}),
    country: residence.country,
  };
  return {
    jurisdiction: regime.jurisdiction,
    card: contactCard(regime),
    kind: regime.kind,
    law: described && nameOfLaw(described),
    ...(await responsible(ctx, regime.jurisdiction)),
    regulator: regulatorView(regime),
    rights: settings ? rightsUnder(settings.regime).map((rule) => rightView(settings, rule, now)) : [],
    askable: askableRights(regime),
  };
}

/** A law as it names itself, with the pack by which readers are told its name in their language. */
export function nameOfLaw(regime: DescribedRegime): NonNullable<RightsView['law']> {
  const { name, citation } = versionOf(regime).law;
  return { pack: regime.pack, name, citation };
}

type Described = DeadlineSettings & {
  readonly regime: DescribedRegime;
  readonly policy?: PolicyReliedOn;
  readonly country: string;
};

function rightView(
  { regime, shared, targets, policy, country }: Described,
  rule: ReturnType<typeof rightsUnder>[number],
  now: Now,
): RightView {
  const askable = isAskable(rule);
  const target = targets.get(rule.right);
  return {
    right: rule.right,
    standing: rule.standing,
    askable,
    citation: rule.citation,
    confidence: rule.confidence,
    notes: rule.notes,
    instead: rule.instead ?? null,
    deadline: askable
      ? responseDeadline(
          {
            regime,
            right: rule.right,
            receivedAt: now,
            ...shared,
            ...(target ? { target } : {}),
            ...(policy ? { policy } : {}),
          },
          CALENDARS,
        )
      : null,
    consequences: consequencesOf(regime, rule.right),
    assurance: assuranceFor(regime, rule.right),
    names: localNames(regime, rule.right, country),
    contents: rule.right === 'access' ? (dutiesUnder(regime).accessContents?.items ?? []) : [],
  };
}

type Now = ReturnType<Ctx['clock']['now']>;

/** The authority to complain to; null where our policy alone applies or the law is not described. */
export function regulatorView(regime: ApplicableRegime): RegulatorView | null {
  if (regime.kind !== 'law') return null;
  const { name, url, complaintUrl, phone } = regulatorOf(regime);
  return { name, url, complaintUrl: complaintUrl ?? null, phone: phone ?? null };
}

/** The controller towards people of a jurisdiction, and the privacy officer's address. */
export async function responsible(
  ctx: Ctx,
  jurisdiction: string,
): Promise<{ controller: ControllerView | null; contactEmail: string | null }> {
  const all = await ctx.db.select().from(controllers).orderBy(asc(controllers.name));
  const found =
    all.find(({ jurisdictions }) => jurisdictions.includes(jurisdiction)) ??
    all.find(({ jurisdictions }) => jurisdictions.includes('*'));
  const [house] = await ctx.db
    .select({ contactEmail: organisation.contactEmail })
    .from(organisation)
    .limit(1);
  return {
    controller: found ? controllerView(found) : null,
    contactEmail: found?.contactEmail ?? house?.contactEmail ?? null,
  };
}

function controllerView(row: typeof controllers.$inferSelect): ControllerView {
  const { name, address, contactEmail, phone } = row;
  const representative = row.representativeName
    ? { name: row.representativeName, address: row.representativeAddress, email: row.representativeEmail }
    : null;
  return { name, address, contactEmail, phone, representative };
}
