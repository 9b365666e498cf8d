/** Dated days that date-holidays 3.37.0 lacks or has wrong, each with its source. */

const day = (date, name, source) => ({ date, name, source });

const MOM = (year) => `Ministry of Manpower, public holidays for ${year}`;
const HKA = (year) => `Kabinet, Hari Kelepasan Am ${year}`;
const CABINET = 'Cabinet resolution on public holidays';

/** Days that the library has and that were not kept, each with what was proclaimed instead. */
export const REMOVED = {
  SG: [
    day('2024-06-16', 'Hari Raya Haji', MOM(2024)),
    day('2027-03-09', 'Hari Raya Puasa', MOM(2027)),
    day('2027-05-16', 'Hari Raya Haji', MOM(2027)),
  ],
  MY: [
    day('2024-03-27', 'Nuzul Al-Quran', HKA(2024)),
    day('2024-06-16', 'Hari Raya Haji', HKA(2024)),
    day('2024-09-15', 'Maulidur Rasul', HKA(2024)),
    day('2025-03-17', 'Nuzul Al-Quran', HKA(2025)),
    day('2025-03-30', 'Hari Raya Aidil Fitri', HKA(2025)),
    day('2025-06-06', 'Hari Raya Haji', HKA(2025)),
    day('2025-06-26', 'Awal Muharram', HKA(2025)),
    day('2025-09-04', 'Maulidur Rasul', HKA(2025)),
    day('2027-03-09', 'Hari Raya Aidil Fitri', HKA(2027)),
    day('2027-05-16', 'Hari Raya Haji', HKA(2027)),
    day('2027-08-14', 'Maulidur Rasul', HKA(2027)),
  ],
  TH: [
    day('2024-07-19', 'Asalha Bucha', CABINET),
    day('2025-02-13', 'Makha Bucha', CABINET),
    day('2025-05-12', 'Visakha Bucha', CABINET),
  ],
  PH: [
    day('2024-06-16', "Eid'l Adha", 'Proclamation 579 (2024)'),
    day('2024-08-21', 'Ninoy Aquino Day', 'Proclamation 665 (2024)'),
    day('2025-03-30', "Eid'l Fitr", 'Proclamation 839 (2025)'),
  ],
};

const EG_CABINET =
  'Prime Minister decree on the holiday, extended to private employers by the Ministry of Labour';

export const ADDED = {
  EG: [
    day('2025-03-29', 'عيد الفطر', EG_CABINET),
    day('2025-04-02', 'عيد الفطر', EG_CABINET),
    day('2025-04-24', 'عيد تحرير سيناء', 'Prime Minister decree 1379/2025'),
    day('2026-03-19', 'عيد الفطر', EG_CABINET),
    day('2026-03-23', 'عيد الفطر', EG_CABINET),
  ],
  SG: [
    day('2023-09-01', 'Polling Day', 'Ministry of Manpower, presidential election 2023'),
    day('2024-06-17', 'Hari Raya Haji', MOM(2024)),
    day('2025-05-03', 'Polling Day', 'Ministry of Manpower, general election 2025'),
    day('2027-03-10', 'Hari Raya Puasa', MOM(2027)),
    day('2027-05-17', 'Hari Raya Haji', MOM(2027)),
    day('2027-05-20', 'Vesak Day', MOM(2027)),
    day('2028-05-09', 'Vesak Day', 'full moon of the fourth lunar month'),
  ],
  MY: [
    day('2024-03-28', 'Hari Nuzul Al-Quran', HKA(2024)),
    day('2024-06-17', 'Hari Raya Haji', HKA(2024)),
    day('2024-09-17', 'Maulidur Rasul (on Malaysia Day)', 'Employment Act 1955 s. 60D(1)'),
    day('2025-03-18', 'Hari Nuzul Al-Quran', HKA(2025)),
    day('2025-04-01', 'Hari Raya Aidil Fitri', HKA(2025)),
    day('2025-06-07', 'Hari Raya Haji', HKA(2025)),
    day('2025-06-27', 'Awal Muharram', HKA(2025)),
    day('2025-09-05', 'Maulidur Rasul', HKA(2025)),
    day('2025-09-15', 'Additional holiday', 'Prime Minister, 2025, Holidays Act 1951 s. 8'),
    day(
      '2026-03-20',
      'Additional holiday (Aidil Fitri)',
      'Prime Minister, 2026-03-15, Holidays Act 1951 s. 8',
    ),
    day('2027-01-22', 'Hari Thaipusam', HKA(2027)),
    day('2027-03-11', 'Hari Raya Aidil Fitri', HKA(2027)),
    day('2027-05-17', 'Hari Raya Haji', HKA(2027)),
    day('2027-05-20', 'Vesak Day', HKA(2027)),
    day('2027-08-15', 'Maulidur Rasul', HKA(2027)),
    day('2028-02-09', 'Hari Thaipusam', 'full moon of the month of Thai'),
    day('2028-05-09', 'Vesak Day', 'full moon of the fourth lunar month'),
  ],
  TH: [
    day('2024-04-12', 'Special holiday', CABINET),
    day('2024-07-20', 'Asalha Bucha', CABINET),
    day('2024-07-21', 'Buddhist Lent', CABINET),
    day('2024-12-30', 'Special holiday', CABINET),
    day('2025-02-12', 'Makha Bucha', CABINET),
    day('2025-05-11', 'Visakha Bucha', CABINET),
    day('2025-06-02', 'Special holiday', CABINET),
    day('2025-08-11', 'Special holiday', CABINET),
    day('2026-01-02', 'Special holiday', CABINET),
    day('2027-02-21', 'Makha Bucha', 'full moon of the third Thai lunar month'),
    day('2027-05-20', 'Visakha Bucha', 'full moon of the sixth Thai lunar month'),
    day('2027-07-18', 'Asalha Bucha', 'full moon of the eighth Thai lunar month'),
    day('2027-07-19', 'Buddhist Lent', 'day after Asalha Bucha'),
    day('2028-02-10', 'Makha Bucha', 'full moon of the third Thai lunar month'),
    day('2028-05-08', 'Visakha Bucha', 'full moon of the sixth Thai lunar month'),
    day('2028-07-06', 'Asalha Bucha', 'full moon of the eighth Thai lunar month'),
    day('2028-07-07', 'Buddhist Lent', 'day after Asalha Bucha'),
  ],
  PH: [
    day('2023-01-02', 'Additional special day', 'Proclamation 42 (2022)'),
    day('2023-02-24', 'EDSA anniversary (moved)', 'Proclamation 167 (2023)'),
    day('2023-10-30', 'Barangay elections', 'Proclamation 359 (2023)'),
    day('2023-11-02', "All Souls' Day", 'Proclamation 42 (2022)'),
    day('2023-12-26', 'Additional special day', 'Proclamation 425 (2023)'),
    day('2024-02-09', 'Additional special day', 'Proclamation 453 (2024)'),
    day('2024-02-10', 'Chinese New Year', 'Proclamation 368 (2023)'),
    day('2024-06-17', "Eid'l Adha", 'Proclamation 579 (2024)'),
    day('2024-08-23', 'Ninoy Aquino Day (moved)', 'Proclamation 665 (2024)'),
    day('2024-11-02', "All Souls' Day", 'Proclamation 368 (2023)'),
    day('2024-12-24', 'Christmas Eve', 'Proclamation 368 (2023)'),
    day('2025-01-29', 'Chinese New Year', 'Proclamation 727 (2024)'),
    day('2025-04-01', "Eid'l Fitr", 'Proclamation 839 (2025)'),
    day('2025-05-12', 'National and local elections', 'Proclamation 878 (2025)'),
    day('2025-10-31', "All Saints' Day Eve", 'Proclamation 727 (2024)'),
    day('2025-12-24', 'Christmas Eve', 'Proclamation 727 (2024)'),
    day('2026-02-17', 'Chinese New Year', 'Proclamation 1006 (2025)'),
    day('2026-04-04', 'Black Saturday', 'Proclamation 1006 (2025)'),
    day('2026-11-02', "All Souls' Day", 'Proclamation 1006 (2025)'),
    day('2026-12-24', 'Christmas Eve', 'Proclamation 1006 (2025)'),
    day('2027-02-06', 'Chinese New Year', 'Proclamation 1427 (2026)'),
    day('2027-11-02', "All Souls' Day", 'Proclamation 1427 (2026)'),
    day('2027-12-24', 'Christmas Eve', 'Proclamation 1427 (2026)'),
  ],
};

/** Special non-working days of the Philippines that stand in statute for every year. */
export const PH_YEARLY = [
  ['08-21', 'Ninoy Aquino Day', 'RA 9256; RA 9492'],
  ['11-01', "All Saints' Day", 'RA 9492'],
  ['12-08', 'Feast of the Immaculate Conception', 'RA 10966'],
  ['12-31', 'Last day of the year', 'RA 9492'],
];

/** Holiday schedules of China's State Council: ranges off, and weekend days worked instead. */
export const CN_SCHEDULE = [
  {
    source: '国办发明电〔2022〕16号',
    off: [
      ['2023-01-01', '2023-01-02', '元旦'],
      ['2023-01-21', '2023-01-27', '春节'],
      ['2023-04-05', '2023-04-05', '清明节'],
      ['2023-04-29', '2023-05-03', '劳动节'],
      ['2023-06-22', '2023-06-24', '端午节'],
      ['2023-09-29', '2023-10-06', '中秋节、国庆节'],
    ],
    on: ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  },
  {
    source: '国办发明电〔2023〕7号',
    off: [
      ['2024-01-01', '2024-01-01', '元旦'],
      ['2024-02-10', '2024-02-17', '春节'],
      ['2024-04-04', '2024-04-06', '清明节'],
      ['2024-05-01', '2024-05-05', '劳动节'],
      ['2024-06-10', '2024-06-10', '端午节'],
      ['2024-09-15', '2024-09-17', '中秋节'],
      ['2024-10-01', '2024-10-07', '国庆节'],
    ],
    on: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  {
    source: '国办发明电〔2024〕12号',
    off: [
      ['2025-01-01', '2025-01-01', '元旦'],
      ['2025-01-28', '2025-02-04', '春节'],
      ['2025-04-04', '2025-04-06', '清明节'],
      ['2025-05-01', '2025-05-05', '劳动节'],
      ['2025-05-31', '2025-06-02', '端午节'],
      ['2025-10-01', '2025-10-08', '国庆节、中秋节'],
    ],
    on: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    source: '国办发明电〔2025〕7号',
    off: [
      ['2026-01-01', '2026-01-03', '元旦'],
      ['2026-02-15', '2026-02-23', '春节'],
      ['2026-04-04', '2026-04-06', '清明节'],
      ['2026-05-01', '2026-05-05', '劳动节'],
      ['2026-06-19', '2026-06-21', '端午节'],
      ['2026-09-25', '2026-09-27', '中秋节'],
      ['2026-10-01', '2026-10-07', '国庆节'],
    ],
    on: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

/** First day of the Chinese year where no schedule is published yet; ICU has 2030 a day early. */
export const CN_NEW_YEAR = {
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
};
