import type { Faker } from '@faker-js/faker';
import type { Row, Tables } from './generate.ts';
import type { Persona } from './personas.ts';

/** Adds what a customer leaves behind: contacts, devices, payments, tickets, enquiries, choices and uploads. */
export function customerHistory(faker: Faker, account: Persona, n: number, tables: Tables): void {
  const { accountId } = account;
  const past = () => faker.date.past({ years: 3 }).toISOString();
  const some = <T>(max: number, make: (i: number) => T) =>
    Array.from({ length: faker.number.int({ min: 0, max }) }, (_, i) => make(i));

  tables.contacts.push({
    id: tables.contacts.length + 1,
    account_id: accountId,
    kind: 'billing',
    email: account.email,
    phone: `+999 ${faker.string.numeric(2)} ${faker.string.numeric(7)}`,
    street: faker.location.streetAddress(),
    city: faker.location.city(),
    postal_code: faker.location.zipCode(),
    country: account.country,
    updated_at: past(),
  });
  tables.devices.push(...some(3, () => deviceRow(faker, account, past)));
  const method = paymentMethodRow(faker, account, n, past);
  tables.payment_methods.push(method);
  for (let i = faker.number.int({ min: 1, max: 8 }); i > 0; i--) {
    tables.transactions.push(transactionRow(faker, account, n, tables.transactions.length + 1, past));
  }
  for (let i = faker.number.int({ min: 0, max: 2 }); i > 0; i--) ticket(faker, account, tables);
  for (let i = faker.number.int({ min: 0, max: 1 }); i > 0; i--) {
    tables.enquiries.push({
      id: tables.enquiries.length + 1,
      email: account.email,
      name: account.fullName,
      topic: faker.helpers.arrayElement(['pricing', 'security', 'data residency', 'other']),
      body: faker.lorem.sentences(2),
      received_at: past(),
      answered_at: faker.helpers.maybe(past) ?? null,
    });
  }
  for (const channel of ['email', 'phone']) {
    const opted_in = faker.datatype.boolean();
    tables.marketing_preferences.push({
      account_id: accountId,
      channel,
      topic: 'offers',
      opted_in,
      updated_at: past(),
    });
  }
  for (const purpose of faker.helpers.arrayElements(
    ['newsletter', 'product analytics', 'precise location'],
    2,
  )) {
    const withdrawn_at = faker.helpers.maybe(past, { probability: 0.2 }) ?? null;
    const id = tables.consents.length + 1;
    tables.consents.push({
      id,
      account_id: accountId,
      purpose,
      text_version: '2025-03',
      given_at: past(),
      withdrawn_at,
    });
  }
  tables.uploads.push(...some(3, () => uploadRow(faker, account, past)));
}

function deviceRow(faker: Faker, account: Persona, past: () => string): Row {
  return {
    id: faker.string.uuid(),
    account_id: account.accountId,
    name: faker.commerce.productName(),
    platform: faker.helpers.arrayElement(['ios', 'android', 'windows', 'macos', 'linux']),
    last_ip: faker.internet.ipv6(),
    settings: {
      locale: account.locale,
      notifications: faker.datatype.boolean(),
      push_token: faker.string.alphanumeric(40),
    },
    first_seen: past(),
    last_seen: past(),
  };
}

function paymentMethodRow(faker: Faker, account: Persona, id: number, past: () => string): Row {
  const bank = faker.datatype.boolean({ probability: 0.3 });
  return {
    id,
    account_id: account.accountId,
    kind: bank ? 'bank' : 'card',
    brand: bank ? null : faker.helpers.arrayElement(['visa', 'mastercard']),
    token: `tok_${faker.string.alphanumeric(24)}`,
    last4: faker.string.numeric(4),
    bank_account_number: bank ? `XX00NORTHWIND${faker.string.numeric(12)}` : null,
    holder_name: account.fullName,
    expires: bank
      ? null
      : `20${faker.number.int({ min: 27, max: 31 })}-0${faker.number.int({ min: 1, max: 9 })}`,
    added_at: past(),
  };
}

function transactionRow(faker: Faker, account: Persona, method: number, id: number, past: () => string): Row {
  return {
    id,
    account_id: account.accountId,
    payment_method_id: method,
    invoice_number: `INV-${String(id).padStart(8, '0')}`,
    description: faker.commerce.productName(),
    amount: faker.finance.amount({ min: 1, max: 900, dec: 2 }),
    currency: account.country === 'KR' ? 'KRW' : account.country === 'US' ? 'USD' : 'EUR',
    status: faker.helpers.arrayElement(['paid', 'paid', 'refunded']),
    occurred_at: past(),
  };
}

function ticket(faker: Faker, account: Persona, tables: Tables): void {
  const id = tables.support_tickets.length + 1;
  const opened = faker.date.past({ years: 2 });
  const at = (hours: number) => new Date(opened.getTime() + hours * 3_600_000).toISOString();
  const closed_at = faker.helpers.maybe(() => at(30)) ?? null;
  tables.support_tickets.push({
    id,
    account_id: account.accountId,
    subject: faker.lorem.sentence(4),
    status: closed_at ? 'closed' : 'open',
    opened_at: at(0),
    closed_at,
  });
  const say = (author_kind: string, author_name: string, author_email: string | null, hours: number) =>
    tables.ticket_messages.push({
      id: tables.ticket_messages.length + 1,
      ticket_id: id,
      author_kind,
      author_name,
      author_email,
      body: faker.lorem.sentences(2),
      sent_at: at(hours),
    });
  say('customer', account.fullName, account.email, 0);
  say('agent', 'Northwind Support', null, 2);
  if (faker.datatype.boolean()) say('customer', account.fullName, account.email, 5);
}

function uploadRow(faker: Faker, account: Persona, past: () => string): Row {
  return {
    id: faker.string.uuid(),
    account_id: account.accountId,
    file_name: faker.system.commonFileName(),
    content_type: 'application/octet-stream',
    bytes: faker.number.int({ min: 200, max: 40_000_000 }),
    sha256: faker.string.hexadecimal({ length: 64, casing: 'lower', prefix: '' }),
    shared_with_email: null,
    uploaded_at: past(),
  };
}
