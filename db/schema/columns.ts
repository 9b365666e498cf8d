import { customType, uuid } from 'drizzle-orm/pg-core';
import { Temporal } from 'temporal-polyfill';

/** A point in time; `timestamptz` in the database, `Temporal.Instant` in the code. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value),
});

/** A calendar day without a zone. */
export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value),
});

export const primaryId = () => uuid('id').primaryKey().defaultRandom();
