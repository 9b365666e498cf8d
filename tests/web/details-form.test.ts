import { describe, expect, it } from 'vitest';
import { detailRows, questionsFor } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { changedRows } from '#app/web/detail-rows.server.ts';
import { detailsSchema, detailsValues } from '#app/web/details-form.ts';
import { readForm } from '#app/web/form.server.ts';

function sent(fields: readonly (readonly [string, string])[]): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request('http://localhost/request/details/x', { method: 'POST', body });
}

async function errorsOf(right: DataSubjectRight, fields: readonly (readonly [string, string])[]) {
  const form = await readForm(sent(fields), detailsSchema(questionsFor(right)));
  return form.ok ? {} : form.reply.data.form.errors;
}

async function answers(right: DataSubjectRight, fields: readonly (readonly [string, string])[]) {
  const form = await readForm(sent(fields), detailsSchema(questionsFor(right)));
  if (!form.ok) throw new Error(JSON.stringify(form.reply.data.form.errors));
  return form.value;
}

describe('what a right must know', () => {
  it('says at each open question that it is missing, all at once', async () => {
    expect(await errorsOf('restriction', [])).toEqual({
      ground: [{ code: 'required_choice' }],
      which: [{ code: 'required' }],
    });
  });

  it('asks which data only when some of it is meant', async () => {
    expect(await errorsOf('erasure', [['scope', 'some']])).toEqual({ which: [{ code: 'required' }] });
    expect(await answers('erasure', [['scope', 'everything']])).toEqual({ scope: 'everything' });
  });

  it('asks no reason against marketing alone, and one against anything besides', async () => {
    expect(await answers('objection', [['processing', 'marketing']])).toEqual({ processing: ['marketing'] });
    const both = [
      ['processing', 'marketing'],
      ['processing', 'profiling'],
    ] as const;
    expect(await errorsOf('objection', both)).toEqual({ reason: [{ code: 'required' }] });
  });

  it('refuses a choice that was not offered, and control characters, at their field', async () => {
    expect(await errorsOf('access', [['about', 'everybody']])).toHaveProperty('about');
    const hidden = await errorsOf('access', [
      ['about', 'account'],
      ['more', 'a\u0000b'],
    ]);
    expect(hidden).toEqual({ more: [{ code: 'control_characters' }] });
    const turned = await errorsOf('access', [
      ['about', 'account'],
      ['more', 'a\u202Eb'],
    ]);
    expect(turned).toEqual({ more: [{ code: 'direction_override' }] });
  });

  it('refuses a text that is too long and names the limit', async () => {
    const long = await errorsOf('access', [
      ['about', 'account'],
      ['more', 'x'.repeat(4001)],
    ]);
    expect(long).toEqual({ more: [{ code: 'too_long', params: { max: 4000 } }] });
  });

  it('asks anything of a right without questions of its own, and nothing must be answered', async () => {
    expect(await answers('information', [])).toEqual({});
  });
});

describe('corrections, as many as there are', () => {
  const row = (index: number, field: string, present: string, right: string) =>
    [
      [`rows[${index}].field`, field],
      [`rows[${index}].present`, present],
      [`rows[${index}].right`, right],
    ] as const;

  it('keeps each row that was begun and forgets the empty ones', async () => {
    const given = await answers('rectification', [
      ...row(0, 'Name', '', 'Kim'),
      ...row(1, '', '', ''),
      ...row(2, 'City', 'A', 'B'),
    ]);
    expect(given).toEqual({ field: ['Name', 'City'], present: ['', 'A'], right: ['Kim', 'B'] });
    expect(detailRows(questionsFor('rectification'), given)).toEqual([
      { field: 'Name', present: '', right: 'Kim' },
      { field: 'City', present: 'A', right: 'B' },
    ]);
  });

  it('names the row and the field where something is missing', async () => {
    const errors = await errorsOf('rectification', [...row(0, 'Name', '', 'Kim'), ...row(1, 'City', '', '')]);
    expect(errors).toEqual({ 'rows[1].right': [{ code: 'required' }] });
  });

  it('wants at least one', async () => {
    expect(Object.keys(await errorsOf('rectification', row(0, '', '', '')))).toEqual([
      'rows[0].field',
      'rows[0].right',
    ]);
  });

  it('adds a row and takes one away, keeping what was typed, also what is not valid yet', async () => {
    const typed = [...row(0, 'Name', '', ''), ...row(1, 'City', 'A', 'B'), ['more', 'words']] as const;
    const added = await changedRows(sent([...typed, ['intent', 'add']]), questionsFor('rectification'));
    expect(added?.data.form.values).toMatchObject({
      'rows[2].field': [''],
      'rows[0].field': ['Name'],
      more: ['words'],
    });
    const removed = await changedRows(
      sent([...typed, ['intent', 'remove-0']]),
      questionsFor('rectification'),
    );
    expect(removed?.data.form.values).toMatchObject({ 'rows[0].field': ['City'], more: ['words'] });
    expect(removed?.data.form.values).not.toHaveProperty('rows[1].field');
  });

  it('are shown again as they were kept', () => {
    const kept = { field: ['Name', 'City'], present: ['', 'A'], right: ['Kim', 'B'] };
    expect(detailsValues(questionsFor('rectification'), kept)).toMatchObject({
      'rows[0].field': 'Name',
      'rows[1].right': 'B',
    });
  });
});
