/** A customer of Northwind Cloud whom tests and the demonstration tour call by name. All of them are invented. */
export type Persona = {
  readonly accountId: string;
  readonly email: string;
  readonly fullName: string;
  readonly locale: 'en' | 'ko' | 'ar' | 'ja' | 'zh';
  readonly country: string;
  readonly region?: string;
};

/** Log rows of `personas.heavy`. */
export const HEAVY_LOG_ROWS = 200_000;

/** Customers in all, personas included. */
export const CUSTOMERS = 1_000;

export const personas = {
  californian: {
    accountId: 'NW-000001',
    email: 'dana.whitfield@example.com',
    fullName: 'Dana Whitfield',
    locale: 'en',
    country: 'US',
    region: 'US-CA',
  },
  /** 200,000 rows of access logs. */
  heavy: {
    accountId: 'NW-000002',
    email: 'max.holzer@example.org',
    fullName: 'Max Hölzer',
    locale: 'en',
    country: 'DE',
  },
  /** Two accounts behind one address. */
  sharedAddress: {
    accountId: 'NW-000003',
    email: 'household@example.com',
    fullName: 'Ines Duarte',
    locale: 'en',
    country: 'PT',
  },
  sharedAddressOther: {
    accountId: 'NW-000004',
    email: 'Household@example.com',
    fullName: 'Rui Duarte',
    locale: 'en',
    country: 'PT',
  },
  /** The account stands under `email`; the contact address on file is `differentContactEmail`. */
  differentContact: {
    accountId: 'NW-000005',
    email: 'j.okafor.old@example.com',
    fullName: 'Joy Okafor',
    locale: 'en',
    country: 'IE',
  },
  /** Owner of the ticket in which `bystander` wrote. */
  ticketOwner: {
    accountId: 'NW-000006',
    email: 'lena.brandt@example.org',
    fullName: 'Lena Brandt',
    locale: 'en',
    country: 'NL',
  },
  korean: {
    accountId: 'NW-000007',
    email: 'minseo.kim@northwind.example',
    fullName: '김민서',
    locale: 'ko',
    country: 'KR',
  },
  arabic: {
    accountId: 'NW-000008',
    email: 'layla.haddad@northwind.example',
    fullName: 'ليلى حداد',
    locale: 'ar',
    country: 'FR',
  },
  japanese: {
    accountId: 'NW-000009',
    email: 'haruka.sato@northwind.example',
    fullName: '佐藤 遥',
    locale: 'ja',
    country: 'JP',
  },
  chinese: {
    accountId: 'NW-000010',
    email: 'wei.chen@northwind.example',
    fullName: '陈伟',
    locale: 'zh',
    country: 'SG',
  },
  /** Values that a careless program runs, breaks on or shows backwards. */
  oddValues: {
    accountId: 'NW-000011',
    email: "o'brien+tag@example.com",
    fullName: `=cmd('x')!A1 "O’Brien", <b>Pat</b>`,
    locale: 'en',
    country: 'DE',
  },
  /** Empty wherever a field may be empty, and nothing else on file. */
  sparse: { accountId: 'NW-000012', email: 'sparse@example.org', fullName: '', locale: 'en', country: 'US' },
} as const satisfies Record<string, Persona>;

export const differentContactEmail = 'joy.okafor@example.org';

/** No account: known only from messages in the ticket of `personas.ticketOwner`. */
export const bystander = { email: 'sam.rivera@example.org', fullName: 'Sam Rivera' } as const;
