import { iso, weekday, YEARS } from './rules.mjs';

/**
 * What date-holidays 3.37.0 has wrong about Member States, by law and by year. Bridge days on which some employers
 * close and working days that are swapped are no public holidays and stay out.
 */
const day = (date, name, source) => ({ date, name, source });
const yearly = (year, list, source) => list.map(([month, d, name]) => day(iso(year, month, d), name, source));

const CYPRUS = 'Public holidays of the Republic of Cyprus';
const ICELAND = 'Lög um 40 stunda vinnuviku nr. 88/1971, 6. gr.';
const LIECHTENSTEIN = 'Arbeitsgesetz (LR 822.10) Art. 18';
const SLOVAKIA = 'Zákon č. 241/1993 Z. z. o štátnych sviatkoch';

/** Days by which the library's calendar of a Member State is amended: `gone` by date and name, `added` with sources. */
export const EUROPE = {
  BG: {
    gone: () => false,
    added: YEARS.map((year) => day(iso(year, 12, 26), 'Коледа', 'Кодекс на труда чл. 154(1)')).concat(
      day('2025-12-31', 'Неприсъствен ден', 'Решение на Министерския съвет, чл. 154(3)'),
      day('2026-01-02', 'Неприсъствен ден', 'Решение на Министерския съвет, чл. 154(3)'),
    ),
  },
  CY: {
    // The library's Green Monday is a Tuesday.
    gone: ({ date, name }) => name === 'Καθαρά Δευτέρα' && weekday(date) === 2,
    added: [
      ...['2023-02-27', '2024-03-18', '2025-03-03', '2026-02-23', '2027-03-15', '2028-02-28'],
      ...['2029-02-19', '2030-03-11', '2031-02-24', '2032-03-15'],
    ]
      .map((date) => day(date, 'Καθαρά Δευτέρα', CYPRUS))
      .concat(
        [
          ...['2023-06-05', '2024-06-24', '2025-06-09', '2026-06-01', '2027-06-21', '2028-06-05'],
          ...['2029-05-28', '2030-06-17', '2031-06-02', '2032-06-21'],
        ].map((date) => day(date, 'Κατακλυσμός', CYPRUS)),
      ),
  },
  GR: {
    gone: ({ date }) => date === '2024-05-01',
    added: [day('2024-05-07', 'Εργατική Πρωτομαγιά (moved)', 'Υπουργική απόφαση, ν. 4468/2017')],
  },
  IS: {
    gone: ({ date }) => date === '2024-04-18',
    added: [day('2024-04-25', 'Sumardagurinn fyrsti', ICELAND)],
  },
  LI: {
    gone: ({ name }) => name === 'Feiertagsbrücke',
    added: YEARS.flatMap((year) =>
      yearly(
        year,
        [
          [2, 2, 'Mariä Lichtmess'],
          [3, 19, 'Josefstag'],
          [8, 15, 'Staatsfeiertag'],
          [11, 1, 'Allerheiligen'],
        ],
        LIECHTENSTEIN,
      ),
    ),
  },
  SK: {
    gone: () => false,
    added: YEARS.filter((year) => year >= 2027).flatMap((year) =>
      yearly(
        year,
        [
          [5, 8, 'Deň víťazstva nad fašizmom'],
          [9, 15, 'Sedembolestná Panna Mária'],
        ],
        `${SLOVAKIA}; worked in 2026 only`,
      ),
    ),
  },
};
