/** The customer database of the demo organisation "Northwind Cloud": a stranger's schema, not one made for this product. */
export const northwindDdl = `
create table if not exists accounts (
  account_id text primary key,
  email text not null,
  full_name text not null,
  preferred_name text,
  locale text not null,
  country text not null,
  region text,
  phone text,
  date_of_birth date,
  national_id text,
  password_hash text not null,
  security_question text,
  security_answer text,
  status text not null,
  churn_score numeric(5,4),
  created_at timestamptz not null
);
create index if not exists accounts_email on accounts (lower(email));
create index if not exists accounts_phone on accounts (regexp_replace(phone, '[^+0-9]', '', 'g'));

create table if not exists contacts (
  id integer primary key,
  account_id text not null references accounts,
  kind text not null,
  email text,
  phone text,
  street text,
  city text,
  postal_code text,
  country text,
  updated_at timestamptz not null
);
create index if not exists contacts_account on contacts (account_id, id);
create index if not exists contacts_email on contacts (lower(email));

create table if not exists devices (
  id uuid primary key,
  account_id text not null references accounts,
  name text,
  platform text not null,
  last_ip inet,
  settings jsonb not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null
);
create index if not exists devices_account on devices (account_id, id);

create table if not exists payment_methods (
  id integer primary key,
  account_id text not null references accounts,
  kind text not null,
  brand text,
  token text not null,
  last4 text,
  bank_account_number text,
  holder_name text,
  expires text,
  added_at timestamptz not null
);
create index if not exists payment_methods_account on payment_methods (account_id, id);

create table if not exists transactions (
  id bigint primary key,
  account_id text not null references accounts,
  payment_method_id integer references payment_methods,
  invoice_number text not null,
  description text not null,
  amount numeric(14,2) not null,
  currency text not null,
  status text not null,
  occurred_at timestamptz not null
);
create index if not exists transactions_account on transactions (account_id, id);

create table if not exists support_tickets (
  id integer primary key,
  account_id text not null references accounts,
  subject text not null,
  status text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index if not exists support_tickets_account on support_tickets (account_id, id);

create table if not exists ticket_messages (
  id integer primary key,
  ticket_id integer not null references support_tickets,
  author_kind text not null,
  author_name text,
  author_email text,
  body text not null,
  sent_at timestamptz not null
);
create index if not exists ticket_messages_ticket on ticket_messages (ticket_id, id);
create index if not exists ticket_messages_author on ticket_messages (lower(author_email));

create table if not exists access_logs (
  id bigint primary key,
  account_id text not null references accounts,
  occurred_at timestamptz not null,
  ip inet not null,
  user_agent text not null,
  method text not null,
  path text not null,
  status smallint not null,
  bytes integer not null
);
create index if not exists access_logs_account on access_logs (account_id, id);

create table if not exists enquiries (
  id integer primary key,
  email text not null,
  name text,
  topic text not null,
  body text not null,
  received_at timestamptz not null,
  answered_at timestamptz
);
create index if not exists enquiries_email on enquiries (lower(email));

create table if not exists marketing_preferences (
  account_id text not null references accounts,
  channel text not null,
  topic text not null,
  opted_in boolean not null,
  updated_at timestamptz not null,
  primary key (account_id, channel, topic)
);

create table if not exists consents (
  id integer primary key,
  account_id text not null references accounts,
  purpose text not null,
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index if not exists consents_account on consents (account_id, id);

create table if not exists uploads (
  id uuid primary key,
  account_id text not null references accounts,
  file_name text not null,
  content_type text not null,
  bytes bigint not null,
  sha256 text not null,
  shared_with_email text,
  uploaded_at timestamptz not null
);
create index if not exists uploads_account on uploads (account_id, id);

create table if not exists real_name_authentications (
  id integer primary key,
  account_id text not null references accounts,
  verified_name text,
  document_number text,
  method text not null,
  started_at timestamptz not null,
  authenticated_at timestamptz,
  revoked_at timestamptz
);
create index if not exists real_name_authentications_account on real_name_authentications (account_id, id);
`;

/** The tables of `northwindDdl`, parents first. */
export const NORTHWIND_TABLES = [
  'accounts',
  'contacts',
  'devices',
  'payment_methods',
  'transactions',
  'support_tickets',
  'ticket_messages',
  'access_logs',
  'enquiries',
  'marketing_preferences',
  'consents',
  'uploads',
  'real_name_authentications',
] as const;
export type NorthwindTable = (typeof NORTHWIND_TABLES)[number];
