import { within } from './shared.ts';
import { statePack } from './us-states.ts';

const SECTION = 'Va. Code § 59.1-577';

/** Virginia Consumer Data Protection Act. */
export const usVaVcdpa = statePack({
  id: 'us-va-vcdpa',
  jurisdiction: 'US-VA',
  name: 'Virginia Consumer Data Protection Act (VCDPA)',
  validFrom: '2023-01-01',
  section: SECTION,
  zone: 'America/New_York',
  regulator: 'Attorney General of Virginia',
  attorneyGeneral: 'https://www.oag.state.va.us',
  appeal: { response: within(60, 'calendar_day', 'Va. Code § 59.1-577(C)', 'certain') },
  optOutAuthenticated: true,
  agents: {
    proof: 'legal_representation',
    rights: 'all',
    notes: ['no_opt_out_agent'],
    citation: SECTION,
    confidence: 'likely',
  },
  freeTimesPerYear: 2,
});
