import { within } from './shared.ts';
import { OPT_OUT_AGENTS, statePack } from './us-states.ts';

/** Connecticut Data Privacy Act; from July 2026 a profiling decision can be contested. */
export const usCtCtdpa = statePack({
  id: 'us-ct-ctdpa',
  jurisdiction: 'US-CT',
  name: 'Connecticut Data Privacy Act (CTDPA)',
  validFrom: '2023-07-01',
  section: 'Conn. Gen. Stat. § 42-518',
  zone: 'America/New_York',
  regulator: 'Attorney General of Connecticut',
  attorneyGeneral: 'https://portal.ct.gov/ag',
  appeal: { response: within(60, 'calendar_day', 'Conn. Gen. Stat. § 42-518(d)', 'certain') },
  optOutAuthenticated: false,
  agents: { ...OPT_OUT_AGENTS, citation: 'Conn. Gen. Stat. § 42-519' },
  freeTimesPerYear: 1,
  amended: {
    from: '2026-07-01',
    section: 'Conn. Gen. Stat. § 42-518 as amended by Public Act 25-113',
    rights: (ordinary) => [
      ordinary('access', ['never_disclose_identifiers']),
      { ...ordinary('adm', ['refuse_explain_or_review']), confidence: 'likely' },
    ],
  },
});
