import { easter, iso, isWeekend, lunar, nextFree, nth, onOrBefore, plus, weekday, YEARS } from './rules.mjs';

/** Calendars that are computed from the text of the law, day by day with its source. */

const perYear = (days) => YEARS.flatMap(days).map(([date, name, source]) => ({ date, name, source }));

const nl = perYear((year) => {
  const sunday = easter(year);
  const source = 'Algemene termijnenwet art. 3(1)';
  const king = weekday(iso(year, 4, 27)) === 7 ? iso(year, 4, 26) : iso(year, 4, 27);
  return [
    [iso(year, 1, 1), 'Nieuwjaarsdag', source],
    [plus(sunday, -2), 'Goede Vrijdag', 'Algemene termijnenwet art. 3(2)'],
    [plus(sunday, 1), 'Tweede Paasdag', source],
    [king, 'Koningsdag', source],
    [iso(year, 5, 5), 'Bevrijdingsdag', source],
    [plus(sunday, 39), 'Hemelvaartsdag', source],
    [plus(sunday, 50), 'Tweede Pinksterdag', source],
    [iso(year, 12, 25), 'Eerste Kerstdag', source],
    [iso(year, 12, 26), 'Tweede Kerstdag', source],
  ];
});

/** Moves days that fall on a weekend to the next free weekday, as the bank holiday practice does. */
function substituted(days) {
  const taken = new Set(days.map(([date]) => date));
  return days.map(([date, name, source]) => {
    if (!isWeekend(date)) return [date, name, source];
    const to = nextFree(date, taken);
    taken.add(to);
    return [to, `${name} (substitute day)`, `${source}; substitute day by proclamation`];
  });
}

const BFDA = 'Banking and Financial Dealings Act 1971 sch. 1';
const CORONATION = ['2023-05-08', 'Coronation of King Charles III', 'Royal proclamation, 2022-11-06'];
const unitedKingdom = (nation) =>
  perYear((year) => {
    const sunday = easter(year);
    const spring = [
      [plus(sunday, -2), 'Good Friday', nation === 'SCT' ? BFDA : 'common law holiday'],
      ...(nation === 'SCT' ? [] : [[plus(sunday, 1), 'Easter Monday', BFDA]]),
      [nth(year, 5, 1, 1), 'Early May bank holiday', 'Royal proclamation under the 1971 Act s. 1(3)'],
      [nth(year, 5, 1, -1), 'Spring bank holiday', BFDA],
      [nation === 'SCT' ? nth(year, 8, 1, 1) : nth(year, 8, 1, -1), 'Summer bank holiday', BFDA],
    ];
    const fixed = [
      [iso(year, 1, 1), "New Year's Day", BFDA],
      ...(nation === 'SCT'
        ? [
            [iso(year, 1, 2), '2 January', BFDA],
            [iso(year, 11, 30), "St Andrew's Day", "St Andrew's Day Bank Holiday (Scotland) Act 2007"],
          ]
        : []),
      ...(nation === 'NIR'
        ? [
            [iso(year, 3, 17), "St Patrick's Day", BFDA],
            [iso(year, 7, 12), 'Battle of the Boyne', 'Royal proclamation under the 1971 Act s. 1(3)'],
          ]
        : []),
      [iso(year, 12, 25), 'Christmas Day', BFDA],
      [iso(year, 12, 26), 'Boxing Day', BFDA],
    ];
    const once = [
      ...(year === 2023 ? [CORONATION] : []),
      ...(nation === 'SCT' && year === 2026
        ? [['2026-06-15', 'World Cup bank holiday', 'Royal proclamation, 2026']]
        : []),
    ];
    return [...spring, ...substituted(fixed), ...once];
  });

const ch = perYear((year) => [
  [iso(year, 1, 1), 'Neujahr', 'holiday in every canton; SR 173.110.3 lists by canton'],
  [plus(easter(year), 39), 'Auffahrt', 'holiday in every canton'],
  [iso(year, 8, 1), 'Bundesfeiertag', 'BV art. 110(3)'],
  [iso(year, 12, 25), 'Weihnachten', 'holiday in every canton'],
]);

const usc = '5 U.S.C. § 6103';
/** The date on which federal holidays are observed: Friday before a Saturday, Monday after a Sunday. */
const observed = (date) =>
  weekday(date) === 6 ? plus(date, -1) : weekday(date) === 7 ? plus(date, 1) : date;
const us = perYear((year) => [
  [observed(iso(year, 1, 1)), "New Year's Day", usc],
  [nth(year, 1, 1, 3), 'Birthday of Martin Luther King, Jr.', usc],
  [nth(year, 2, 1, 3), "Washington's Birthday", usc],
  [nth(year, 5, 1, -1), 'Memorial Day', usc],
  [observed(iso(year, 6, 19)), 'Juneteenth', usc],
  [observed(iso(year, 7, 4)), 'Independence Day', usc],
  [nth(year, 9, 1, 1), 'Labor Day', usc],
  [nth(year, 10, 1, 2), 'Columbus Day', usc],
  [observed(iso(year, 11, 11)), 'Veterans Day', usc],
  [nth(year, 11, 4, 4), 'Thanksgiving Day', usc],
  [observed(iso(year, 12, 25)), 'Christmas Day', usc],
]);

const ca = perYear((year) => {
  const source = 'Interpretation Act (RSC 1985, c. I-21) s. 35 "holiday"';
  const canada = iso(year, 7, 1);
  return [
    [iso(year, 1, 1), "New Year's Day", source],
    [plus(easter(year), -2), 'Good Friday', source],
    [plus(easter(year), 1), 'Easter Monday', source],
    [onOrBefore(iso(year, 5, 24), 1), 'Victoria Day', source],
    [weekday(canada) === 7 ? plus(canada, 1) : canada, 'Canada Day', `${source}; Holidays Act s. 2`],
    [nth(year, 9, 1, 1), 'Labour Day', source],
    [iso(year, 9, 30), 'National Day for Truth and Reconciliation', source],
    [nth(year, 10, 1, 2), 'Thanksgiving Day', `${source}; proclamation of 31 January 1957`],
    [iso(year, 11, 11), 'Remembrance Day', source],
    [iso(year, 12, 25), 'Christmas Day', source],
  ];
});

const qc = perYear((year) => {
  const source = 'Interpretation Act (CQLR c. I-16) s. 61(23)';
  const canada = iso(year, 7, 1);
  return [
    [iso(year, 1, 1), "Jour de l'An", source],
    [plus(easter(year), -2), 'Vendredi saint', source],
    [plus(easter(year), 1), 'Lundi de Pâques', source],
    [onOrBefore(iso(year, 5, 24), 1), 'Journée nationale des patriotes', source],
    [iso(year, 6, 24), 'Fête nationale', source],
    [weekday(canada) === 7 ? plus(canada, 1) : canada, 'Fête du Canada', source],
    [nth(year, 9, 1, 1), 'Fête du Travail', source],
    [nth(year, 10, 1, 2), 'Action de grâces', source],
    [iso(year, 12, 25), 'Noël', source],
  ];
});

const br = perYear((year) => [
  [iso(year, 1, 1), 'Confraternização Universal', 'Lei 662/1949'],
  [plus(easter(year), -2), 'Paixão de Cristo', 'Portaria MGI, feriado nacional'],
  [iso(year, 4, 21), 'Tiradentes', 'Lei 662/1949'],
  [iso(year, 5, 1), 'Dia do Trabalho', 'Lei 662/1949'],
  [iso(year, 9, 7), 'Independência', 'Lei 662/1949'],
  [iso(year, 10, 12), 'Nossa Senhora Aparecida', 'Lei 6.802/1980'],
  [iso(year, 11, 2), 'Finados', 'Lei 662/1949'],
  [iso(year, 11, 15), 'Proclamação da República', 'Lei 662/1949'],
  ...(year >= 2024
    ? [[iso(year, 11, 20), 'Dia Nacional de Zumbi e da Consciência Negra', 'Lei 14.759/2023']]
    : []),
  [iso(year, 12, 25), 'Natal', 'Lei 662/1949'],
]);

const KR_DECREE = '관공서의 공휴일에 관한 규정';
/** Temporary and election holidays of Korea; elections beyond the announced ones follow the Public Official Election Act art. 34. */
const KR_ONCE = [
  ['2023-10-02', '임시공휴일', `${KR_DECREE} art. 2(11), Cabinet 2023-09-05`],
  ['2024-04-10', '국회의원선거일', `${KR_DECREE} art. 2(10)`],
  ['2024-10-01', '임시공휴일 (국군의 날)', `${KR_DECREE} art. 2(11), Cabinet 2024-09-03`],
  ['2025-01-27', '임시공휴일', `${KR_DECREE} art. 2(11), Cabinet 2025-01-14`],
  ['2025-06-03', '대통령선거일', `${KR_DECREE} art. 2(10)`],
  ['2026-06-03', '전국동시지방선거일', `${KR_DECREE} art. 2(10)`],
  ['2028-04-12', '국회의원선거일', '공직선거법 art. 34(1)2'],
];

function korea(year) {
  const source = `${KR_DECREE} art. 2`;
  const moves = [
    [iso(year, 3, 1), '3·1절'],
    [iso(year, 5, 5), '어린이날'],
    [lunar('dangi', year, 4, 8), '부처님 오신 날'],
    [iso(year, 8, 15), '광복절'],
    [iso(year, 10, 3), '개천절'],
    [iso(year, 10, 9), '한글날'],
    [iso(year, 12, 25), '기독탄신일'],
  ];
  // Decree 36290 made Labour Day and Constitution Day public holidays, with substitutes, from 2026.
  if (year >= 2026) moves.push([iso(year, 5, 1), '노동절'], [iso(year, 7, 17), '제헌절']);
  const still = [
    [iso(year, 1, 1), '1월 1일'],
    [iso(year, 6, 6), '현충일'],
  ];
  const blocks = [lunar('dangi', year, 1, 1), lunar('dangi', year, 8, 15)].map((middle, i) =>
    [-1, 0, 1].map((d) => [plus(middle, d), i === 0 ? '설날' : '추석']),
  );
  const once = KR_ONCE.filter(([date]) => date.startsWith(String(year)));
  const plain = [...moves, ...still, ...blocks.flat()];
  const taken = new Set([...plain, ...once].map(([date]) => date));
  const count = (date) => plain.filter(([other]) => other === date).length;
  const extra = [];
  const substitute = (after, name) => {
    const to = nextFree(after, taken);
    taken.add(to);
    extra.push([to, `${name} 대체공휴일`, `${KR_DECREE} art. 3`]);
  };
  for (const block of blocks) {
    if (block.some(([date]) => weekday(date) === 7 || count(date) > 1))
      substitute(plus(block[2][0], 1), block[0][1]);
  }
  const inBlock = new Set(blocks.flat().map(([date]) => date));
  const done = new Set();
  for (const [date, name] of [...moves].sort()) {
    const doubled = count(date) > 1 && !inBlock.has(date) && !done.has(date);
    done.add(date);
    if ((isWeekend(date) || doubled) && !inBlock.has(date)) substitute(date, name);
  }
  return [...plain.map(([date, name]) => [date, name, source]), ...once, ...extra];
}

const VN_LAW = 'Bộ luật Lao động 2019, Điều 112';
/** Tết as announced for the years whose schedule is published; otherwise the eve and four days. */
const VN_TET = {
  2023: ['2023-01-20', 7],
  2024: ['2024-02-08', 7],
  2025: ['2025-01-27', 5],
  2026: ['2026-02-16', 5],
};
/** First day of the lunar year on Hanoi's meridian (UTC+7), where it can differ from Beijing's. */
const VN_NEW_YEAR = {
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
  2031: '2031-01-23',
  2032: '2032-02-11',
};
/** Second day of the National Day holiday, as announced. */
const VN_SECOND = {
  2023: '2023-09-01',
  2024: '2024-09-03',
  2025: '2025-09-01',
  2026: '2026-09-01',
  2027: '2027-09-03',
};

function vietnam(year) {
  const known = VN_TET[year];
  const first = known ? known[0] : plus(VN_NEW_YEAR[year], -1);
  const tet = Array.from({ length: known ? known[1] : 5 }, (_, i) => [
    plus(first, i),
    'Tết Nguyên Đán',
    known ? `Thông báo nghỉ Tết ${year}` : VN_LAW,
  ]);
  const others = [
    [iso(year, 1, 1), 'Tết Dương lịch', VN_LAW],
    [lunar('chinese', year, 3, 10), 'Giỗ Tổ Hùng Vương', VN_LAW],
    [iso(year, 4, 30), 'Ngày Chiến thắng', VN_LAW],
    [iso(year, 5, 1), 'Ngày Quốc tế lao động', VN_LAW],
    [iso(year, 9, 2), 'Quốc khánh', VN_LAW],
    [
      VN_SECOND[year] ?? (weekday(iso(year, 9, 2)) === 1 ? iso(year, 9, 3) : iso(year, 9, 1)),
      'Quốc khánh',
      VN_LAW,
    ],
  ];
  const days = known ? others : [...tet, ...others];
  const taken = new Set([...tet, ...days].map(([date]) => date));
  const extra = days
    .filter(([date]) => isWeekend(date))
    .map(([date, name]) => {
      const to = nextFree(date, taken);
      taken.add(to);
      return [to, `${name} (nghỉ bù)`, 'Bộ luật Lao động 2019, Điều 111(3)'];
    });
  return [...tet, ...others, ...extra];
}

export const STATUTORY = {
  NL: ['Netherlands', nl],
  'GB-EAW': ['England and Wales', unitedKingdom('EAW')],
  'GB-SCT': ['Scotland', unitedKingdom('SCT')],
  'GB-NIR': ['Northern Ireland', unitedKingdom('NIR')],
  CH: ['Switzerland (holidays common to every canton)', ch],
  US: ['United States (federal)', us],
  CA: ['Canada (Interpretation Act)', ca],
  QC: ['Quebec (Interpretation Act)', qc],
  BR: ['Brazil (national)', br],
  KR: ['Korea (public offices)', perYear(korea)],
  VN: ['Vietnam', perYear(vietnam)],
};
