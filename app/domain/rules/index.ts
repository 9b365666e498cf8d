/** What the rest of the program uses of the rules; everything behind it may be rearranged. */
export {
  type ApplicableRegime,
  applicableRegime,
  type DescribedRegime,
  type RuledRight,
  regimeOf,
  rightsUnder,
  rightUnder,
  versionOf,
  zoneOf,
} from './applicable-regime.ts';
export { CALENDARS } from './calendars/index.ts';
export { CLOCK_EVENTS, type ClockEvent, type ClockEventType } from './clock-event.ts';
export type { ClockInterval, ControllerSize, Deadline, ExtensionNotice } from './deadline.ts';
export type { DerivationStep, DerivedDate } from './deadline-derivation.ts';
export { type ExtensionOffer, offerExtension } from './deadline-extension.ts';
export { assuranceFor, consequencesOf, dutiesUnder, regulatorOf } from './duties-under.ts';
export { isJurisdiction, JURISDICTIONS, type Jurisdiction } from './jurisdiction.ts';
export { ASSURANCES, type Assurance, type Duties, type Regulator } from './pack-duties.ts';
export { RULE_PACKS } from './packs/index.ts';
export { replayDerivation } from './replay-derivation.ts';
export { type DeadlineInput, responseDeadline } from './response-deadline.ts';
export { RulesError } from './rules-error.ts';
export { type PolicyReliedOn, SERVICE_POLICIES, type ServicePolicy } from './service-policy.ts';
export { COUNTRIES_WITH_REGIONS, EEA_MEMBERS, jurisdictionOf, type Residence } from './territory.ts';
