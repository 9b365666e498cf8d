import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Conflict, Forbidden, Invalid, RateLimited } from '#app/services/errors.ts';
import { readForm } from '#app/web/form.server.ts';
import {
  calendarDate,
  chosenOf,
  emailAddress,
  oneTimeCode,
  textBlock,
  textLine,
} from '#app/web/form-fields.ts';

type Fields = Record<string, string | string[] | File>;

function posted(fields: Fields, query = ''): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  }
  return new Request(`http://127.0.0.1:3000/request/name${query}`, { method: 'POST', body: form });
}

const person = z.object({ name: textLine(20), email: emailAddress() });
const fine = { name: '이지은', email: 'jieun@example.com' };

async function codesOf(schema: z.ZodType, fields: Fields): Promise<Record<string, string[]>> {
  const reading = await readForm(posted(fields), schema);
  if (reading.ok) return {};
  const { errors } = reading.reply.data.form;
  return Object.fromEntries(Object.entries(errors).map(([name, all]) => [name, all.map(({ code }) => code)]));
}

async function accepted<S extends z.ZodType>(schema: S, fields: Fields) {
  const reading = await readForm(posted(fields), schema);
  if (!reading.ok) throw new Error(JSON.stringify(reading.reply.data.form.errors));
  return reading;
}

describe('reading a form', () => {
  test('yields the parsed values and leaves unknown fields out', async () => {
    const { value } = await accepted(person, { ...fine, name: '  이지은 ', role: 'administrator' });
    expect(value).toEqual(fine);
  });

  test('takes direction marks in words of ours that come back, and nowhere else', async () => {
    const schema = z.object({ name: textLine(20), notice: z.string() });
    const fields = { name: 'Ada', notice: '\u2066HB-1\u2069' };
    const reading = await readForm(posted(fields), schema, { ours: ['notice'] });
    expect(reading.ok && reading.value).toEqual(fields);
    expect(await codesOf(schema, fields)).toEqual({ notice: ['direction_override'] });
  });

  test('composes what was typed, so that one name has one form', async () => {
    const { value } = await accepted(person, { ...fine, name: 'Jose\u0301' });
    expect(value.name).toBe('José');
  });

  test.each([
    ['an empty field', { ...fine, name: '' }, { name: ['required'] }],
    ['a missing field', { email: fine.email }, { name: ['required'] }],
    ['spaces only', { ...fine, name: '   ' }, { name: ['required'] }],
    ['too long a text', { ...fine, name: 'x'.repeat(21) }, { name: ['too_long'] }],
    ['a repeated field', { ...fine, name: ['a', 'b'] }, { name: ['repeated'] }],
    ['a line break in a line', { ...fine, name: 'a\nb' }, { name: ['line_break'] }],
    ['a file in place of a text', { ...fine, name: new File(['x'], 'x.txt') }, { name: ['invalid_format'] }],
    ['no address', { ...fine, email: 'jieun' }, { email: ['invalid_email'] }],
    ['a NUL', { ...fine, name: 'a\u0000b' }, { name: ['control_characters'] }],
    ['an escape character', { ...fine, name: 'a\u001b[31m' }, { name: ['control_characters'] }],
    ['a right-to-left override', { ...fine, name: 'gnp.\u202Eexe' }, { name: ['direction_override'] }],
    ['an isolate', { ...fine, name: 'a\u2067b' }, { name: ['direction_override'] }],
  ])('refuses %s at its field', async (_, fields, codes) => {
    expect(await codesOf(person, fields as Fields)).toEqual(codes);
  });

  test('looks for hidden characters also in fields that the schema does not know', async () => {
    expect(await codesOf(person, { ...fine, extra: '\u202E' })).toEqual({ extra: ['direction_override'] });
  });

  test('lets line breaks, tabs, joiners and plain direction marks through in a block of text', async () => {
    const text = 'می\u200Cخواهم\n\t\u200Fabc';
    const { value } = await accepted(z.object({ text: textBlock(100) }), { text });
    expect(value.text).toBe(text);
  });

  test('keeps what was typed, with status 422, but neither secrets nor its own hidden fields', async () => {
    const reading = await readForm(posted({ ...fine, email: 'x', code: '1', _token: 't' }), person, {
      secret: ['code'],
    });
    if (reading.ok) throw new Error('expected a refusal');
    expect(reading.reply.init?.status).toBe(422);
    expect(reading.reply.data.form.values).toEqual({ name: ['이지은'], email: ['x'] });
  });

  test('refuses a form of more than 200 fields as a whole', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, 'x']));
    expect(await codesOf(person, { ...fine, ...many })).toMatchObject({ '': ['too_many_fields'] });
  });

  test('answers a body that is no form with an error of the whole form', async () => {
    const request = new Request('http://127.0.0.1:3000/', {
      method: 'POST',
      body: 'x',
      headers: { 'Content-Type': 'multipart/form-data; boundary=zz' },
    });
    const reading = await readForm(request, person);
    expect(!reading.ok && reading.reply.data.form.errors).toEqual({ '': [{ code: 'unreadable' }] });
  });

  test('in another language it only shows what was typed again, right or wrong', async () => {
    const reading = await readForm(posted({ ...fine, email: 'not yet' }, '?_lang=ar'), person);
    if (reading.ok) throw new Error('a change of language must not submit');
    expect(reading.reply.init?.status).toBe(200);
    expect(reading.reply.data.form).toEqual({ values: { name: ['이지은'], email: ['not yet'] }, errors: {} });
  });

  test('reads the idempotency key only in its own form', async () => {
    const token = '6fd1f0f6-0f4c-4a55-8c4d-8c8e1a1c4a10';
    expect((await accepted(person, { ...fine, _token: token })).token).toBe(token);
    expect((await accepted(person, { ...fine, _token: "' or 1=1" })).token).toBeUndefined();
  });

  test('is not confused by field names that objects have anyway', async () => {
    expect(await codesOf(person, { ...fine, __proto__: 'x', constructor: 'y', toString: 'z' })).toEqual({});
  });
});

describe('choices, codes and dates', () => {
  const rights = z.object({ rights: chosenOf(['access', 'erasure']) });

  test('one ticked box is a list of one', async () => {
    expect((await accepted(rights, { rights: 'access' })).value).toEqual({ rights: ['access'] });
  });

  test('none ticked asks for a choice, a foreign value is refused', async () => {
    expect(await codesOf(rights, {})).toEqual({ rights: ['required_choice'] });
    expect(await codesOf(rights, { rights: ['access', 'all'] })).toEqual({ rights: ['invalid_choice'] });
  });

  test('a code may be typed with spaces and in Arabic digits', async () => {
    const schema = z.object({ code: oneTimeCode() });
    expect((await accepted(schema, { code: ' 123 456' })).value.code).toBe('123456');
    expect((await accepted(schema, { code: '١٢٣٤٥٦' })).value.code).toBe('123456');
    expect(await codesOf(schema, { code: '12345' })).toEqual({ code: ['invalid_code'] });
  });

  test.each([
    [['28', '2', '2026'], '2026-02-28'],
    [['٢٩', '٢', '٢٠٢٤'], '2024-02-29'],
  ])('joins the three boxes %j of a date', async ([day, month, year], date) => {
    const fields = { 'born-day': day, 'born-month': month, 'born-year': year } as Fields;
    expect((await accepted(z.object({ born: calendarDate() }), fields)).value.born).toBe(date);
  });

  test.each([
    [['29', '2', '2026'], ['invalid_date']],
    [['1', '', '2026'], ['invalid_date']],
    [['', '', ''], ['required']],
  ])('refuses the boxes %j at the date as a whole', async ([day, month, year], codes) => {
    const fields = { 'born-day': day, 'born-month': month, 'born-year': year } as Fields;
    expect(await codesOf(z.object({ born: calendarDate() }), fields)).toEqual({ born: codes });
  });
});

describe('a refusal by a service', () => {
  async function attempted(error: Error) {
    const form = await accepted(person, fine);
    const answer = await form.attempt(async () => {
      throw error;
    });
    return (answer as Awaited<ReturnType<typeof form.refuse>>).data.form;
  }

  test('over a stale page keeps what was typed', async () => {
    const form = await attempted(new Conflict('stale_page'));
    expect(form).toEqual({
      values: { name: ['이지은'], email: [fine.email] },
      errors: { '': [{ code: 'stale_page' }] },
    });
  });

  test('over one field stands at that field', async () => {
    const form = await attempted(
      new Invalid('invalid', { issues: [{ path: ['email'], code: 'invalid_email' }] }),
    );
    expect(form.errors).toEqual({ email: [{ code: 'invalid_email' }] });
  });

  test('of which no page has a text is said in general', async () => {
    expect((await attempted(new Conflict('no_page_says_this'))).errors).toEqual({
      '': [{ code: 'conflict' }],
    });
    const unknown = new Invalid('invalid', { issues: [{ path: 'email', code: 'on_a_block_list' }] });
    expect((await attempted(unknown)).errors).toEqual({ email: [{ code: 'invalid' }] });
  });

  test('over what the service itself parsed stands at its field', async () => {
    const parsed = z.object({ email: z.string().max(3) }).safeParse({ email: 'four' });
    const form = await attempted(parsed.error as Error);
    expect(form.errors).toEqual({ email: [{ code: 'too_long', params: { max: 3 } }] });
  });

  test('over too many tries says how many minutes to wait', async () => {
    const form = await attempted(new RateLimited('rate_limited', { retryAfterSeconds: 61 }));
    expect(form.errors).toEqual({ '': [{ code: 'rate_limited', params: { count: 2 } }] });
  });

  test('over a permission is no matter of the form', async () => {
    await expect(attempted(new Forbidden('staff_role_required'))).rejects.toThrow(Forbidden);
  });
});
