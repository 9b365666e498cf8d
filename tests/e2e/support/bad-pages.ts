import { type Filing, fillIn } from './file-request.ts';
import type { Fields, Visit } from './visit.ts';

interface Field {
  readonly name: string;
  /** One or several of what is offered, a line, a text, an address, or the digits of a code. */
  readonly kind: 'choice' | 'boxes' | 'line' | 'text' | 'email' | 'code';
  /** Characters that it takes. */
  readonly max?: number;
  readonly optional?: boolean;
}

/** A page with a form, and what makes its form right. */
export interface BadPage {
  readonly path: string;
  readonly fields: readonly Field[];
  readonly valid: Fields;
  /** Where the right answers lead. */
  readonly next: string;
  readonly reach: (form: Visit) => Promise<unknown>;
}

const FILING: Filing = {
  country: 'US',
  region: 'US-CA',
  rights: {
    access: { about: ['account'], period: 'year' },
    rectification: { 'rows[0].field': 'name', 'rows[0].present': 'A', 'rows[0].right': 'B' },
    erasure: { scope: 'everything' },
  },
  name: 'Ada Example',
  email: 'ada.bad-input@example.org',
  behalf: { filedFor: 'represented', subject: 'Bea Example', basis: 'power of attorney' },
};
const at = (path: string) => (form: Visit) => fillIn(form, FILING, path);

/** The pages of the portal that take what a stranger types. */
export const BAD_PAGES: readonly BadPage[] = [
  {
    path: '/request/residence',
    fields: [{ name: 'country', kind: 'choice' }],
    valid: { country: 'DE' },
    next: '/request/rights',
    reach: at('/request/residence'),
  },
  {
    path: '/request/region',
    fields: [{ name: 'region', kind: 'choice' }],
    valid: { region: 'US-CA' },
    next: '/request/rights',
    reach: at('/request/region'),
  },
  {
    path: '/request/relation',
    fields: [{ name: 'relation', kind: 'choice' }],
    valid: { relation: 'own' },
    next: '/request/for-whom',
    reach: at('/request/relation'),
  },
  {
    path: '/request/for-whom',
    fields: [{ name: 'filedFor', kind: 'choice' }],
    valid: { filedFor: 'child' },
    next: '/request/on-behalf',
    reach: at('/request/for-whom'),
  },
  {
    path: '/request/on-behalf',
    fields: [
      { name: 'subject', kind: 'line', max: 200 },
      { name: 'basis', kind: 'line', max: 200 },
    ],
    valid: { subject: 'Bea Example', basis: 'power of attorney' },
    next: '/request/choose',
    reach: at('/request/on-behalf'),
  },
  {
    path: '/request/choose',
    fields: [{ name: 'rights', kind: 'boxes' }],
    valid: { rights: ['access', 'erasure'] },
    next: '/request/details/access',
    reach: at('/request/choose'),
  },
  {
    path: '/request/details/access',
    fields: [
      { name: 'about', kind: 'boxes' },
      { name: 'period', kind: 'choice' },
      { name: 'more', kind: 'text', max: 4000, optional: true },
    ],
    valid: { about: ['account'], period: 'year', more: 'two\r\nlines' },
    next: '/request/details/erasure',
    reach: at('/request/details/access'),
  },
  {
    path: '/request/details/rectification',
    fields: [
      { name: 'rows[0].field', kind: 'line', max: 200 },
      { name: 'rows[0].present', kind: 'line', max: 200, optional: true },
      { name: 'rows[0].right', kind: 'line', max: 200 },
    ],
    valid: { 'rows[0].field': 'name', 'rows[0].present': 'A', 'rows[0].right': 'B' },
    next: '/request/contact',
    reach: at('/request/details/rectification'),
  },
  {
    path: '/request/details/erasure',
    fields: [{ name: 'scope', kind: 'choice' }],
    valid: { scope: 'everything' },
    next: '/request/details/rectification',
    reach: at('/request/details/erasure'),
  },
  {
    path: '/request/contact',
    fields: [
      { name: 'name', kind: 'line', max: 200 },
      { name: 'email', kind: 'email', max: 254 },
      { name: 'accountId', kind: 'line', max: 100, optional: true },
    ],
    valid: { name: 'Ada Example', email: 'ada@example.org', accountId: '' },
    next: '/request/check',
    reach: at('/request/contact'),
  },
  {
    path: '/track',
    fields: [
      { name: 'reference', kind: 'line', max: 60 },
      { name: 'email', kind: 'email', max: 254 },
    ],
    valid: { reference: 'HB-0000-0000', email: 'nobody@example.org' },
    next: '/track/code',
    reach: async () => {},
  },
];

/** One wrong form: what is wrong with it, at which field, the code of its error, and what must still stand there. */
interface Try {
  readonly name: string;
  readonly field: string;
  readonly fields: Fields;
  readonly code: string;
  readonly kept: readonly string[];
}

/** Every way of being wrong that fits the fields of a page. */
export function tries(page: BadPage): Try[] {
  return page.fields.flatMap((field) => waysOfBeingWrong(field).map((wrong) => one(page, field, wrong)));
}

type Wrong = { name: string; value: string | string[]; code: string; kept?: string };

function waysOfBeingWrong({ kind, max = 0, optional }: Field): Wrong[] {
  const missing: Wrong = { name: 'missing', value: [], code: 'required' };
  const blank: Wrong = { name: 'blank', value: '   ', code: 'required' };
  const control: Wrong = {
    name: 'a control character in',
    value: 'be\u0007ll',
    code: 'control_characters',
    kept: 'be\u0007ll',
  };
  const nul: Wrong = { name: 'a NUL in', value: 'nu\u0000ll', code: 'control_characters', kept: 'null' };
  const override: Wrong = {
    name: 'an override in',
    value: 'a\u202Efdp.exe',
    code: 'direction_override',
    kept: 'a\u202Efdp.exe',
  };
  switch (kind) {
    case 'choice':
    case 'boxes':
      return [
        { ...missing, code: 'required_choice' },
        { name: 'something not offered for', value: 'ZZ-not-offered', code: 'invalid_choice' },
        control,
        ...(kind === 'choice' ? [{ name: 'two answers to', value: ['ZZ', 'YY'], code: 'repeated' }] : []),
      ].map(({ kept: _, ...wrong }: Wrong) => wrong);
    case 'email':
      return [
        missing,
        { name: 'no address in', value: 'ada at example', code: 'invalid_email', kept: 'ada at example' },
        {
          name: 'too much in',
          value: `${'a'.repeat(max)}@example.org`,
          code: 'too_long',
          kept: 'a'.repeat(max),
        },
        override,
      ];
    case 'code':
      return [missing, { name: 'letters in', value: 'abcdef', code: 'invalid_code' }];
    default:
      return [
        ...(optional ? [] : [missing, blank]),
        { name: 'too much in', value: 'x'.repeat(max + 1), code: 'too_long', kept: 'x'.repeat(max + 1) },
        control,
        nul,
        override,
        { name: 'two values in', value: ['one value', 'another'], code: 'repeated', kept: 'one value' },
        ...(kind === 'line'
          ? [{ name: 'two lines in', value: 'a\nb', code: 'line_break', kept: 'a\nb' }]
          : []),
      ];
  }
}

function one({ valid }: BadPage, field: Field, wrong: Wrong): Try {
  const others = Object.fromEntries(Object.entries(valid).filter(([name]) => name !== field.name));
  const typedBeside = Object.entries(others).flatMap(([, value]) =>
    typeof value === 'string' ? [value] : [],
  );
  return {
    name: wrong.name,
    field: field.name,
    fields: { ...others, [field.name]: wrong.value },
    code: wrong.code,
    kept: [...(wrong.kept ? [wrong.kept] : []), ...typedBeside.filter((value) => !/[\r\n]/.test(value))],
  };
}
