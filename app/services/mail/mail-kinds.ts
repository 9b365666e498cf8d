import { z } from 'zod';
import { CHANGE_ASKS } from '#app/domain/policy/change-promise.ts';

/** The mails that we send; each has its text under `mail.<kind>` in `locales/<tag>/common.json`. */
export const MAIL_KINDS = [
  'receipt',
  'code',
  'clarification',
  'extension',
  'decision',
  'delivery',
  'transfer',
  'status',
  'expiry_warning',
  'fee',
  'agent_confirmation',
  'instructions',
  'policy_change',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Words that an officer wrote to the subject. Left out while the address is not proven to be the subject's. */
const words = z.string().max(20_000).optional();
const day = z.iso.date();

/** Which turn of a request a `status` mail tells of. */
export const STATUS_NEWS = ['verified', 'withdrawn', 'expired', 'updated', 'instructed'] as const;

/** What happened to instructions for after death. */
export const INSTRUCTION_NEWS = ['registered', 'amended', 'revoked'] as const;

/** What each kind needs from whoever puts it in the outbox; the rest is read from the request when it is sent. */
export const MAIL_PARAMS = {
  /** Rights, law and dates come from the request. */
  receipt: z.object({}),
  code: z.object({
    code: z.string().regex(/^\d{6}$/, 'expected six digits'),
    minutes: z.int().positive(),
    purpose: z
      .enum(['verify', 'track', 'download', 'address_on_file', 'instructions', 'agent'])
      .default('verify'),
  }),
  /** `question` as the officer wrote it. */
  clarification: z.object({ question: words }),
  /** `notice` is the whole text as it was previewed; it is legal only if it is what the subject receives. */
  extension: z.object({ notice: words }),
  /** Outcomes come from the request; reasons are read on its page. */
  decision: z.object({ notice: words }),
  /** Last day on which the package can be downloaded. */
  delivery: z.object({ expiresOn: day.optional() }),
  /** A package arrived at another controller: its name and country as the subject confirmed them. */
  transfer: z.object({ receiver: z.string().max(300), territory: z.string().regex(/^[A-Z]{2}$/) }),
  status: z.object({ news: z.enum(STATUS_NEWS).default('updated') }),
  /** `notice` as it stands on the page of the request. */
  fee: z.object({ notice: words }),
  /** Somebody says that they act for the reader; fixed text only, since nothing is proven yet. */
  agent_confirmation: z.object({}),
  instructions: z.object({ news: z.enum(INSTRUCTION_NEWS) }),
  /** What the organisation published; the key opens the answer, where the policy asks for one. */
  policy_change: z.object({
    effectiveFrom: day,
    ask: z.enum(CHANGE_ASKS),
    days: z.int().positive().nullable(),
    summary: z.string().max(5000),
    url: z.url({ protocol: /^https$/ }),
    answerKey: z
      .string()
      .regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
      .nullable(),
  }),
  /** Day on which the request expires unless it is verified before. */
  expiry_warning: z.object({ expiresOn: day }),
} as const satisfies Record<MailKind, z.ZodObject>;

export type MailParams<K extends MailKind = MailKind> = z.output<(typeof MAIL_PARAMS)[K]>;

export function isMailKind(word: string): word is MailKind {
  return (MAIL_KINDS as readonly string[]).includes(word);
}
