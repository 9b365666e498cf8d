import { ar, base, en, Faker, ja, ko, zh_CN } from '@faker-js/faker';
import type { NorthwindTable } from './ddl.ts';
import { customerHistory } from './generate-history.ts';
import { oddities } from './generate-oddities.ts';
import { realNames } from './generate-real-names.ts';
import { CUSTOMERS, type Persona, personas } from './personas.ts';

export type Row = Record<string, unknown>;
export type Tables = { [table in NorthwindTable]: Row[] };

/** Everything is dated before this instant, so the same rows come out on any day. */
export const REFERENCE_DATE = '2026-09-01T00:00:00Z';

const LOCALES = {
  en: { definitions: [en, base], country: ['US', 'DE', 'NL', 'IE', 'FR', 'CA', 'GB'] },
  ko: { definitions: [ko, en, base], country: ['KR'] },
  ar: { definitions: [ar, en, base], country: ['FR', 'DE', 'SE'] },
  ja: { definitions: [ja, en, base], country: ['JP'] },
  zh: { definitions: [zh_CN, en, base], country: ['SG', 'HK'] },
} as const;
type Script = keyof typeof LOCALES;
const SCRIPTS: readonly Script[] = ['en', 'en', 'ko', 'ar', 'ja', 'zh'];

/** All rows but the access logs, which the database makes itself. The same rows on every call. */
export function generateNorthwind(): Tables {
  const tables: Tables = {
    accounts: [],
    contacts: [],
    devices: [],
    payment_methods: [],
    transactions: [],
    support_tickets: [],
    ticket_messages: [],
    access_logs: [],
    enquiries: [],
    marketing_preferences: [],
    consents: [],
    uploads: [],
    real_name_authentications: [],
  };
  const fakers = new Map<Script, Faker>();
  for (const [index, script] of (Object.keys(LOCALES) as Script[]).entries()) {
    const faker = new Faker({ locale: [...LOCALES[script].definitions] });
    faker.seed(20_260_901 + index);
    faker.setDefaultRefDate(REFERENCE_DATE);
    fakers.set(script, faker);
  }
  const named: readonly Persona[] = Object.values(personas);
  for (let n = 1; n <= CUSTOMERS; n++) {
    const persona = named[n - 1];
    const script = persona?.locale ?? (SCRIPTS[n % SCRIPTS.length] as Script);
    const faker = fakers.get(script) as Faker;
    const account = persona ?? stranger(faker, script, n);
    tables.accounts.push(accountRow(faker, account));
    if (account.accountId !== personas.sparse.accountId) customerHistory(faker, account, n, tables);
  }
  oddities(tables);
  realNames(tables);
  return tables;
}

function stranger(faker: Faker, script: Script, n: number): Persona {
  const country = faker.helpers.arrayElement([...LOCALES[script].country]);
  const region = country === 'US' ? faker.helpers.arrayElement(['US-CA', 'US-TX', 'US-CO']) : undefined;
  const host = faker.helpers.arrayElement(['example.com', 'example.org', 'northwind.example']);
  return {
    accountId: `NW-${String(n).padStart(6, '0')}`,
    email: `customer.${String(n).padStart(4, '0')}@${host}`,
    fullName: faker.person.fullName(),
    locale: script,
    country,
    ...(region ? { region } : {}),
  };
}

function accountRow(faker: Faker, account: Persona): Row {
  const sparse = account.accountId === personas.sparse.accountId;
  return {
    account_id: account.accountId,
    email: account.email,
    full_name: account.fullName,
    preferred_name: sparse ? null : faker.helpers.maybe(() => faker.person.firstName()),
    locale: account.locale,
    country: account.country,
    region: account.region ?? null,
    phone: sparse ? '' : `+999 ${faker.string.numeric(2)} ${faker.string.numeric(7)}`,
    date_of_birth: sparse ? null : day(faker.date.birthdate({ mode: 'age', min: 19, max: 90 })),
    national_id: sparse ? null : `INVENTED-${faker.string.numeric(9)}`,
    password_hash: `$argon2id$v=19$m=19456,t=2,p=1$${faker.string.alphanumeric(22)}$${faker.string.alphanumeric(43)}`,
    security_question: sparse ? null : faker.helpers.arrayElement(['First school?', 'First pet?']),
    security_answer: sparse ? null : faker.string.alpha(10),
    status: faker.helpers.arrayElement(['active', 'active', 'active', 'closed']),
    churn_score: faker.number.float({ min: 0, max: 1, fractionDigits: 4 }),
    created_at: faker.date.past({ years: 6 }).toISOString(),
  };
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
