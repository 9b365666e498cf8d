import { within } from './shared.ts';
import { OPT_OUT_AGENTS, statePack } from './us-states.ts';

/** Colorado Privacy Act: an appeal is decided in 45 days, and 60 more where reasonably necessary. */
export const usCoCpa = statePack({
  id: 'us-co-cpa',
  jurisdiction: 'US-CO',
  name: 'Colorado Privacy Act (CPA)',
  validFrom: '2023-07-01',
  section: 'C.R.S. § 6-1-1306',
  zone: 'America/Denver',
  regulator: 'Attorney General of Colorado',
  attorneyGeneral: 'https://coag.gov',
  appeal: {
    response: within(45, 'calendar_day', 'C.R.S. § 6-1-1306(3)', 'certain'),
    extension: {
      by: { amount: 60, unit: 'calendar_day' },
      times: 1,
      reasonsRequired: true,
      citation: 'C.R.S. § 6-1-1306(3)',
      confidence: 'certain',
    },
  },
  optOutAuthenticated: false,
  agents: { ...OPT_OUT_AGENTS, citation: 'C.R.S. § 6-1-1306(1)(a)(II)' },
  freeTimesPerYear: 1,
});
