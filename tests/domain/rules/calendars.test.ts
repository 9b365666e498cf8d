import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CALENDAR_DATA } from '#app/domain/rules/calendars/generated/index.ts';

const days = (id: string, year: number) =>
  CALENDAR_DATA.find((calendar) => calendar.id === id)
    ?.holidays.map((day) => day.date)
    .filter((date) => date.startsWith(String(year)))
    .map((date) => date.slice(5))
    .join(' ');

test.each([
  [
    'KR',
    2025,
    '01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25',
    'temporary days and substitutes',
  ],
  [
    'KR',
    2023,
    '01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-02 10-03 10-09 12-25',
    'Seollal with a Sunday',
  ],
  ['GB-EAW', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28', 'Christmas on a weekend moves twice'],
  ['GB-EAW', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26', 'the coronation'],
  [
    'US',
    2027,
    '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
    'observed on Friday or Monday',
  ],
  ['NL', 2025, '01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26', "King's Day on a Saturday"],
  [
    'HK',
    2026,
    '01-01 02-17 02-18 02-19 04-03 04-04 04-06 04-07 05-01 05-25 06-19 07-01 09-26 10-01 10-19 12-25 12-26',
    'general holidays',
  ],
  [
    'SG',
    2027,
    '01-01 02-06 02-07 02-08 03-10 03-26 05-01 05-17 05-20 08-09 10-28 12-25',
    'feasts by the moon as gazetted',
  ],
  [
    'MY',
    2025,
    '01-01 01-29 01-30 02-01 02-11 03-18 03-31 04-01 05-01 05-12 06-02 06-07 06-27 08-31 09-01 09-05 09-15 09-16 10-20 12-25',
    'feasts by the moon as gazetted',
  ],
  [
    'TH',
    2024,
    '01-01 01-02 02-24 02-26 04-06 04-08 04-12 04-13 04-14 04-15 04-16 05-01 05-04 05-06 05-22 06-03 07-20 07-21 07-22 07-28 07-29 08-12 10-13 10-14 10-23 12-05 12-10 12-30 12-31',
    'a weekend of feasts gives one day, and two days were added',
  ],
  [
    'PH',
    2025,
    '01-01 01-29 04-01 04-09 04-17 04-18 04-20 05-01 05-12 06-06 06-12 08-21 08-25 10-31 11-01 11-30 12-08 12-24 12-25 12-30 12-31',
    'feasts by the moon as proclaimed',
  ],
  [
    'EG',
    2025,
    '01-07 01-25 03-29 03-30 03-31 04-01 04-02 04-21 04-24 04-25 05-01 06-05 06-06 06-07 06-08 06-09 06-26 07-03 07-24 09-04 10-09',
    'days around the feasts by decree, and four feasts kept on the Thursday',
  ],
  [
    'BG',
    2027,
    '01-01 03-03 04-30 05-01 05-02 05-03 05-04 05-06 05-24 09-06 09-22 12-24 12-25 12-26 12-27 12-28',
    'feasts on a weekend move, those of Easter do not',
  ],
  [
    'CN',
    2027,
    '01-01 02-05 02-06 02-07 02-08 02-09 02-10 04-05 05-01 05-02 05-03 05-04 06-09 09-15 10-01 10-02 10-03 10-04 10-05',
    'no schedule yet: the days of the regulation, made up for weekends',
  ],
])('%s in %i has exactly the days that were proclaimed: %s (%s)', (id, year, expected, _why) => {
  expect(days(id, year)).toBe(expected);
});

test('every calendar is sorted, names each day once, stays in its range and gives a source for each day', () => {
  for (const { id, from, to, holidays } of CALENDAR_DATA) {
    const dates = holidays.map((day) => day.date);
    expect(dates, id).toEqual([...new Set(dates)].sort());
    expect((dates[0] as string) >= from && (dates.at(-1) as string) <= to, id).toBe(true);
    expect(holidays.filter((day) => day.source.length < 3 || day.name === '')).toEqual([]);
  }
});

test('the generated files are what the script writes today', () => {
  const dir = mkdtempSync(join(tmpdir(), 'calendars-'));
  try {
    execFileSync(process.execPath, ['app/domain/rules/calendars/generate.mjs', dir], { stdio: 'pipe' });
    const committed = 'app/domain/rules/calendars/generated';
    expect(readdirSync(dir).sort()).toEqual(readdirSync(committed).sort());
    for (const file of readdirSync(dir)) {
      expect(
        readFileSync(join(dir, file), 'utf8') === readFileSync(join(committed, file), 'utf8'),
        file,
      ).toBe(true);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});
