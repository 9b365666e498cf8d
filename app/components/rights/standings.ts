import type { RightStanding } from '#app/domain/rights/data-subject-right.ts';
import type { TagTone } from '../ui/tag.tsx';

/** How a standing looks on every page; only a legal right has the colour of a right. */
export const STANDING_TONES: Readonly<Record<RightStanding, TagTone>> = {
  statutory: 'success',
  discretionary: 'warning',
  policy_only: 'info',
  not_available: 'neutral',
  not_in_force: 'neutral',
};

/** The order in which a page goes through the standings: rights first, what does not exist last. */
export const STANDING_ORDER = [
  'statutory',
  'policy_only',
  'discretionary',
  'not_in_force',
  'not_available',
] as const satisfies readonly RightStanding[];
