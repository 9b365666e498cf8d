import { rightFromWire } from '../rights/data-subject-right.ts';
import { regimeOf, zoneOf } from './applicable-regime.ts';
import type { Calendars } from './business-calendar.ts';
import { CLOCK_EVENTS, type ClockEvent } from './clock-event.ts';
import { isoOf } from './day-number.ts';
import type { Deadline } from './deadline.ts';
import { isJurisdiction, JURISDICTIONS } from './jurisdiction.ts';
import { localDay, parseDay, parseInstant, requireZone } from './local-day.ts';
import { responseDeadline } from './response-deadline.ts';
import { RulesError } from './rules-error.ts';

/** The wire form of a deadline, as `habeas deadline --ndjson` prints it. */
export type DeadlineAnswer = Record<string, unknown> & { id: unknown };

/** A line that was refused: which, and why. */
export type DeadlineRefusal = {
  id: unknown;
  error: { code: string; path: string; value: unknown; expected: string };
};

/**
 * Answers one line of NDJSON. Never throws for bad input: a refusal says what came, where, and what was expected.
 * Where the line is no object at all the path is empty: only the caller knows which line it was.
 */
export function answerLine(line: string, calendars: Calendars): DeadlineAnswer | DeadlineRefusal {
  let id: unknown = null;
  try {
    const asked = parseObject(line);
    id = idOf(asked.id);
    return { id, ...wire(ask(asked, calendars)) };
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    const { code, path, value, expected } = error;
    return { id, error: { code, path, value: value ?? null, expected } };
  }
}

function parseObject(line: string): Record<string, unknown> {
  const expected = 'one JSON object a line';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RulesError('invalid_json', '', line, expected);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RulesError('invalid_json', '', value, expected);
  }
  return value as Record<string, unknown>;
}

/** The id that the answer repeats. */
function idOf(id: unknown): string | number | null {
  if (id === undefined || id === null || typeof id === 'string' || typeof id === 'number') return id ?? null;
  throw new RulesError('invalid_value', 'id', id, 'a string or a number');
}

function ask(asked: Record<string, unknown>, calendars: Calendars): Deadline {
  const { jurisdiction, right: word, controller_size: size } = asked;
  if (typeof jurisdiction !== 'string' || !isJurisdiction(jurisdiction)) {
    throw new RulesError(
      jurisdiction === undefined ? 'missing_value' : 'unknown_jurisdiction',
      'jurisdiction',
      jurisdiction ?? null,
      `one of ${JURISDICTIONS.join(', ')}`,
    );
  }
  const right = typeof word === 'string' ? rightFromWire(word) : undefined;
  if (!right) {
    throw new RulesError(
      word === undefined ? 'missing_value' : 'unknown_right',
      'right',
      word ?? null,
      'a right, e.g. access, correction, deletion, portability',
    );
  }
  const receivedAt = parseInstant(asked.received_at, 'received_at');
  const own =
    asked.timezone === undefined || asked.timezone === null
      ? undefined
      : requireZone(asked.timezone, 'timezone');
  const events = eventsOf(asked.events);
  if (size !== undefined && size !== null && size !== 'standard' && size !== 'small') {
    throw new RulesError('invalid_value', 'controller_size', size, '"standard" or "small"');
  }
  const zone = own ?? zoneOf(jurisdiction);
  const receivedOn = isoOf(localDay(receivedAt, zone ?? 'Etc/UTC'));
  const regime = regimeOf(jurisdiction, receivedOn);
  if (regime.kind === 'not_described') {
    throw new RulesError(
      'not_described',
      'received_at',
      asked.received_at,
      `a day on which a described law of ${jurisdiction} is in force`,
    );
  }
  return responseDeadline(
    {
      regime,
      right,
      receivedAt,
      events,
      ...(size === 'small' ? { controllerSize: 'small' as const } : {}),
      ...(own ? { timezone: own } : {}),
    },
    calendars,
  );
}

function eventsOf(value: unknown): ClockEvent[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RulesError('invalid_value', 'events', value, 'a list of {type, at}');
  return value.map((event, i) => {
    if (typeof event !== 'object' || event === null) {
      throw new RulesError('invalid_value', `events[${i}]`, event, 'an object {type, at}');
    }
    const { type, at } = event as Record<string, unknown>;
    if (!(CLOCK_EVENTS as readonly unknown[]).includes(type)) {
      throw new RulesError(
        type === undefined ? 'missing_value' : 'unknown_event',
        `events[${i}].type`,
        type ?? null,
        `one of ${CLOCK_EVENTS.join(', ')}`,
      );
    }
    parseDay(at, 'Etc/UTC', `events[${i}].at`);
    return { type, at } as ClockEvent;
  });
}

function wire(deadline: Deadline): Record<string, unknown> {
  return {
    due: deadline.due,
    due_unrolled: deadline.dueUnrolled,
    ack_due: deadline.ackDue,
    extended_due: deadline.extendedDue,
    second_extended_due: deadline.secondExtendedDue,
    extension_notice_by: deadline.extensionNoticeBy,
    policy_due: deadline.policyDue,
    guidance_due: deadline.guidanceDue,
    steer_by: deadline.steerBy,
    pack: deadline.pack,
    version: deadline.version,
    confidence: deadline.confidence,
    derivation: deadline.derivation,
  };
}
