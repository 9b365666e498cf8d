#!/usr/bin/env node
/**
 * Writes `generated/*.json`: each calendar's days with their sources. Run it again when a government proclaims a
 * day (add it to `corrections.mjs` with its source) or when date-holidays is updated, and review the difference.
 *   node app/domain/rules/calendars/generate.mjs
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { EEA_MEMBERS } from '../territory.ts';
import { ADDED, CN_NEW_YEAR, CN_SCHEDULE, PH_YEARLY, REMOVED } from './corrections.mjs';
import { EUROPE } from './corrections-europe.mjs';
import { iso, isWeekend, lunar, plus, weekday, YEARS } from './rules.mjs';
import { STATUTORY } from './statutory.mjs';

const require = createRequire(import.meta.url);
const Holidays = require('date-holidays');
const version = JSON.parse(
  readFileSync(new URL('../../../../node_modules/date-holidays/package.json', import.meta.url), 'utf8'),
).version;
const FROM = iso(YEARS[0], 1, 1);
const TO = iso(YEARS.at(-1), 12, 31);

/** Public holidays as date-holidays knows them; `lengths` gives the whole days of feasts that last several. */
function library(country, state, lengths = {}) {
  const source = `date-holidays ${version} (${state ? `${country}-${state}` : country})`;
  const holidays = new Holidays(country, state ?? '');
  return YEARS.flatMap((year) =>
    holidays
      .getHolidays(year)
      .filter((day) => day.type === 'public')
      .flatMap((day) => {
        const count = lengths[day.rule] ?? Math.max(1, Math.floor((day.end - day.start) / 86_400_000));
        return Array.from({ length: count }, (_, i) => ({
          date: plus(day.date.slice(0, 10), i),
          name: day.name,
          source,
        }));
      }),
  );
}

const TWO_DAY_FEASTS =
  /Chinese New Year|Tahun Baru Cina|Aidil Fitri|Songkran|春节|劳动节|国庆节|Коледа|Бъдни/;

/** Whether the library already lists the substitute of `day`: marked as one, or the same feast again on Monday. */
function alreadyMoves(day, other) {
  const later = other.date > day.date && other.date <= plus(day.date, 3);
  if (!later || !other.name.startsWith(day.name)) return false;
  return (
    other.name.includes('substitute') || (other.date === plus(day.date, 1) && !TWO_DAY_FEASTS.test(day.name))
  );
}

/** Adds a day off after each holiday on one of `days` (ISO weekdays) but those to `skip`, as the country's law has it. */
function withSubstitutes(list, days, source, restOnSaturday, skip = () => false) {
  const taken = new Set(list.map((day) => day.date));
  const extra = [];
  // Two feasts on one Sunday give one day off, so each date counts once.
  const once = [...new Map(list.map((day) => [day.date, day])).values()];
  for (const day of once.sort((a, b) => a.date.localeCompare(b.date))) {
    if (!days.includes(weekday(day.date)) || day.name.includes('substitute')) continue;
    if (list.some((other) => alreadyMoves(day, other))) continue;
    if (skip(day, list)) continue;
    let to = plus(day.date, 1);
    while (taken.has(to) || weekday(to) === 7 || (restOnSaturday && isWeekend(to))) to = plus(to, 1);
    taken.add(to);
    extra.push({ date: to, name: `${day.name} (substitute day)`, source });
  }
  return [...list, ...extra];
}

function china() {
  const holidays = [];
  const workingWeekendDays = [];
  for (const { source, off, on } of CN_SCHEDULE) {
    for (const [from, to, name] of off)
      for (let at = from; at <= to; at = plus(at, 1)) holidays.push({ date: at, name, source });
    for (const date of on) workingWeekendDays.push({ date, name: '调休上班', source });
  }
  const source = '全国年节及纪念日放假办法（2024年修订）第二条; schedule not yet published';
  for (const year of YEARS.filter((y) => CN_NEW_YEAR[y])) {
    const add = (date, name) => holidays.push({ date, name, source });
    add(iso(year, 1, 1), '元旦');
    for (const d of [-1, 0, 1, 2]) add(plus(CN_NEW_YEAR[year], d), '春节');
    add(iso(year, 4, [2028, 2029, 2032].includes(year) ? 4 : 5), '清明节');
    add(iso(year, 5, 1), '劳动节');
    add(iso(year, 5, 2), '劳动节');
    add(lunar('chinese', year, 5, 5), '端午节');
    add(lunar('chinese', year, 8, 15), '中秋节');
    for (const d of [1, 2, 3]) add(iso(year, 10, d), '国庆节');
  }
  const published = holidays.filter((day) => day.source !== source);
  const expected = holidays.filter((day) => day.source === source);
  const made = '全国年节及纪念日放假办法（2024年修订）第六条; schedule not yet published';
  return { holidays: [...published, ...withSubstitutes(expected, [6, 7], made, true)], workingWeekendDays };
}

function egypt() {
  const days = library('EG', undefined, { '1 Shawwal P3D': 3, '10 Dhu al-Hijjah P4D': 4 });
  const eves = days
    .filter((day, i) => day.name === 'عيد الأضحى' && days[i - 1]?.name !== day.name)
    .map((day) => ({
      date: plus(day.date, -1),
      name: 'وقفة عرفات',
      source: 'Prime Minister decree on public holidays',
    }));
  return [...days.map(movedToThursday), ...eves];
}

/** Feasts that Egypt keeps on the Thursday when they fall between Sunday and Wednesday. */
const EG_MOVES =
  /^(عيد ثورة 25 يناير|عيد الشرطة|عيد تحرير سيناء|يوم العمال|عيد ثورة 30 يونيو|يوم الثورة|عيد القوات المسلحة|رأس السنة الهجرية)$/;
/** Decided otherwise for one year. */
const EG_ONCE = { '2024-05-01': '2024-05-05', '2024-06-30': '2024-06-30', '2024-10-06': '2024-10-06' };

function movedToThursday(day) {
  if (day.date < '2024' || !EG_MOVES.test(day.name)) return day;
  const thursday = plus(day.date, (4 - (weekday(day.date) % 7) + 7) % 7);
  const date = EG_ONCE[day.date] ?? (weekday(day.date) % 7 <= 3 ? thursday : day.date);
  return date === day.date ? day : { ...day, date, source: 'Prime Minister decision 1193/2020' };
}

const philippines = [
  ...library('PH'),
  ...YEARS.flatMap((year) =>
    PH_YEARLY.map(([md, name, source]) => ({ date: `${year}-${md}`, name, source })),
  ),
];

/** Not a day off for government offices, but a holiday that every private employer must give. */
const thaiLabourDays = YEARS.map((year) => ({
  date: iso(year, 5, 1),
  name: 'National Labour Day',
  source: 'Labour Protection Act B.E. 2541 s. 29',
}));

/** The Netherlands' and Åland's are not taken from the library: the one is statutory, the other follows Finland. */
const EEA = EEA_MEMBERS.filter((country) => !['NL', 'AX'].includes(country));

const calendars = {
  ...Object.fromEntries(Object.entries(STATUTORY).map(([id, [name, holidays]]) => [id, { name, holidays }])),
  SG: { name: 'Singapore', holidays: library('SG') },
  HK: { name: 'Hong Kong (general holidays)', holidays: library('HK') },
  TH: { name: 'Thailand', holidays: [...library('TH'), ...thaiLabourDays] },
  MY: { name: 'Malaysia (federal and Kuala Lumpur)', holidays: library('MY', '14') },
  PH: { name: 'Philippines', holidays: philippines },
  TR: { name: 'Türkiye', holidays: library('TR') },
  EG: { name: 'Egypt', holidays: egypt() },
  CN: { name: 'China (State Council schedule)', ...china() },
  ...Object.fromEntries(EEA.map((id) => [id, { name: `${id} (public holidays)`, holidays: library(id) }])),
};

for (const [id, days] of Object.entries(REMOVED)) {
  for (const { date } of days) {
    const kept = calendars[id].holidays.filter((day) => day.date !== date);
    if (kept.length === calendars[id].holidays.length)
      throw new Error(
        `${id} ${date}: nothing to remove; expected the library to have it, else drop the correction`,
      );
    calendars[id].holidays = kept;
  }
}
for (const [id, { gone, added }] of Object.entries(EUROPE)) {
  calendars[id].holidays = [...calendars[id].holidays.filter((day) => !gone(day)), ...added];
}
for (const [id, days] of Object.entries(ADDED)) calendars[id].holidays.push(...days);
calendars.SG.holidays = withSubstitutes(calendars.SG.holidays, [7], 'Holidays Act 1998 s. 4(2)', false);
calendars.MY.holidays = withSubstitutes(calendars.MY.holidays, [7], 'Holidays Act 1951 s. 2(2)', false);
calendars.TH.holidays = withSubstitutes(
  calendars.TH.holidays,
  [6, 7],
  'Cabinet resolution on compensatory days',
  true,
  // A weekend that is a feast on both days gives one day off.
  (day, list) => weekday(day.date) === 7 && list.some((other) => other.date === plus(day.date, -1)),
);
calendars.BG.holidays = withSubstitutes(
  calendars.BG.holidays,
  [6, 7],
  'Кодекс на труда чл. 154(2)',
  true,
  // The feasts of Easter move to no other day.
  ({ name }) => /петък|Великден|Велики/.test(name),
);

// Another folder may be named, so that a test can compare.
const dir = process.argv[2] ? pathToFileURL(`${process.argv[2]}/`) : new URL('./generated/', import.meta.url);
mkdirSync(dir, { recursive: true });
for (const [id, { name, holidays, workingWeekendDays }] of Object.entries(calendars)) {
  const unique = [...new Map(holidays.map((day) => [day.date, day])).values()]
    .filter((day) => day.date >= FROM && day.date <= TO)
    .sort((a, b) => a.date.localeCompare(b.date));
  const data = {
    id,
    name,
    from: FROM,
    to: TO,
    holidays: unique,
    ...(workingWeekendDays ? { workingWeekendDays } : {}),
  };
  const rows = (list) => `[\n${list.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  const text = `{\n  "id": ${JSON.stringify(id)},\n  "name": ${JSON.stringify(name)},\n  "from": "${FROM}",\n  "to": "${TO}",\n  "holidays": ${rows(data.holidays)}${workingWeekendDays ? `,\n  "workingWeekendDays": ${rows(workingWeekendDays)}` : ''}\n}\n`;
  writeFileSync(new URL(`${id}.json`, dir), text);
}
const ids = Object.keys(calendars).sort();
const variable = (id) => id.toLowerCase().replace(/-(.)(.*)/, (_, a, b) => a.toUpperCase() + b);
const names = { in: 'india', is: 'iceland', do: 'dominica' };
const local = (id) => names[variable(id)] ?? variable(id);
writeFileSync(
  new URL('index.ts', dir),
  `// Written by generate.mjs.\n${ids.map((id) => `import ${local(id)} from './${id}.json' with { type: 'json' };`).join('\n')}\n\nexport const CALENDAR_DATA = [${ids.map(local).join(', ')}];\n`,
);
console.error(`${ids.length} calendars, ${FROM} to ${TO}, date-holidays ${version}`);
