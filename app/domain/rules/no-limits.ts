import type { LawLimits } from './law-limits.ts';

/** What a law sets that sets nothing. */
export const NO_LIMITS: LawLimits = {
  counted: false,
  due: null,
  dueUnrolled: null,
  extendedDue: null,
  secondExtendedDue: null,
  extensionNoticeBy: null,
  dueNow: null,
  extensionsUsed: 0,
  steer: null,
};
