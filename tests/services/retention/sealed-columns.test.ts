import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const PAYLOAD = 'purge-payload.ts';
const WITH_ROW = 'the row goes';
const OUTLIVES = 'instructions for after death outlive every request (loi Informatique et Libertés, art. 85)';

/** Who purges what a column holds of a person: a file of `app/services/retention`, or why it needs none. */
const PURGED_BY: Readonly<Record<string, string>> = {
  'agent_confirmations.address_sealed': PAYLOAD,
  'approvals.plan_sealed': PAYLOAD,
  'approvals.reason_sealed': PAYLOAD,
  'attachments.name_sealed': 'purge-attachments.ts',
  'connections.config_sealed': 'an administrator’s, no data of a data subject',
  'decisions.reasons_sealed': PAYLOAD,
  'delivery_authorities.reason_sealed': PAYLOAD,
  'execution_records.evidence_sealed': PAYLOAD,
  'fee_announcements.notice_sealed': PAYLOAD,
  'filing_drafts.data_sealed': `${WITH_ROW}: purgeDrafts`,
  'identity_proofs.reason_sealed': PAYLOAD,
  'instruction_activations.claimant_sealed': OUTLIVES,
  'instruction_activations.reason_sealed': OUTLIVES,
  'instruction_registrations.account_sealed': OUTLIVES,
  'instruction_registrations.email_sealed': OUTLIVES,
  'instruction_registrations.name_sealed': OUTLIVES,
  'instruction_versions.content_sealed': OUTLIVES,
  'match_candidates.key_sealed': `${WITH_ROW}: ${PAYLOAD}`,
  'match_candidates.reason_sealed': `${WITH_ROW}: ${PAYLOAD}`,
  'match_candidates.summary_sealed': `${WITH_ROW}: ${PAYLOAD}`,
  'messages.body_sealed': PAYLOAD,
  'outbox_mails.params_sealed': 'purge-outbox.ts',
  'outbox_mails.to_sealed': 'purge-outbox.ts',
  'policy_notices.email_sealed': 'purge-policy-notices.ts',
  'proven_attributes.value_sealed': `${WITH_ROW}: ${PAYLOAD}`,
  'receivers.config_sealed': 'an administrator’s, no data of a data subject',
  'request_items.details_sealed': PAYLOAD,
  'requests.account_sealed': PAYLOAD,
  'requests.email_sealed': PAYLOAD,
  'requests.name_sealed': PAYLOAD,
  'requests.representative_sealed': PAYLOAD,
  'residence_records.reason_sealed': PAYLOAD,
  'signing_keys.private_sealed': 'a key, no data of a data subject',
  'transfers.words_sealed': PAYLOAD,
  'withholdings.reason_sealed': PAYLOAD,
};

test('every sealed column has somebody who purges it, or a reason why nobody does', async () => {
  const rows = await database.app.sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and column_name like '%\_sealed' order by 1`;
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(PURGED_BY).toSorted());
});

test('the purge that a column names writes to that column', () => {
  for (const [column, by] of Object.entries(PURGED_BY)) {
    if (!by.startsWith('purge-')) continue;
    const field = (column.split('.')[1] ?? '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(readFileSync(`app/services/retention/${by}`, 'utf8'), column).toContain(`${field}:`);
  }
});
