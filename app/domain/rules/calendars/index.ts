import { type BusinessCalendar, businessCalendar, type Calendars } from '../business-calendar.ts';
import { CALENDAR_DATA } from './generated/index.ts';

/** Every calendar generated into the repository, ready for counting. */
export const CALENDARS: Calendars = new Map<string, BusinessCalendar>(
  CALENDAR_DATA.map((data) => [data.id, businessCalendar(data)]),
);
