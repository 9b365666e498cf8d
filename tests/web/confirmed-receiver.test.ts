import { expect, test } from 'vitest';
import { confirmationSchema } from '#app/web/confirmed-receiver.server.ts';
import { readForm } from '#app/web/form.server.ts';

const SHOWN = '2026-11-22T03:00:00Z';
const receiver = {
  key: 'southwind',
  name: 'Southwind Cloud SAS',
  territory: 'FR',
  contactEmail: 'in@southwind.example',
  changedAt: '2026-11-22T04:00:00Z',
};

function sent(fields: Record<string, string>): Request {
  return new Request('http://127.0.0.1/request/check', { method: 'POST', body: new URLSearchParams(fields) });
}

test('a receiver is confirmed by its box, as it was described on the page and not as it is now', async () => {
  const form = await readForm(sent({ confirmed: 'on', described: SHOWN }), confirmationSchema(receiver));
  expect(form).toMatchObject({ ok: true, value: { key: 'southwind', changedAt: SHOWN } });
});

test.each([
  [{ described: SHOWN }, { confirmed: [{ code: 'transfer_unconfirmed' }] }],
  [{ confirmed: 'yes', described: SHOWN }, { confirmed: [{ code: 'transfer_unconfirmed' }] }],
  [{ confirmed: 'on' }, { described: [{ code: 'required' }] }],
])('%j confirms nothing', async (fields, errors) => {
  const form = await readForm(sent(fields as Record<string, string>), confirmationSchema(receiver));
  expect(form.ok || form.reply.data.form.errors).toEqual(errors);
});

test('where nobody was chosen nothing is asked, and a box that was made up counts for nothing', async () => {
  const form = await readForm(sent({ confirmed: 'on', described: SHOWN }), confirmationSchema(null));
  expect(form).toMatchObject({ ok: true, value: null });
});
