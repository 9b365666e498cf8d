import type { Jurisdiction } from './jurisdiction.ts';
import { EEA_MEMBERS } from './territory.ts';

/**
 * Laws that roll a last day over by the holidays of the controller's place, not by those of the data subject's:
 * the EEA (Regulation 1182/71, Art. 2(1) and 3(4)) and the United Kingdom, whose nations differ.
 */
const PLACES: Partial<Record<Jurisdiction, readonly string[]>> = {
  EEA: EEA_MEMBERS,
  FR: EEA_MEMBERS,
  GB: ['GB-EAW', 'GB-SCT', 'GB-NIR'],
};

/** The calendar of a controller's place if the law of the request counts by it; undefined where it does not. */
export function placeCalendarFor(
  jurisdiction: Jurisdiction,
  controllerCalendar: string | undefined,
): string | undefined {
  if (controllerCalendar === undefined) return undefined;
  return PLACES[jurisdiction]?.includes(controllerCalendar) ? controllerCalendar : undefined;
}
