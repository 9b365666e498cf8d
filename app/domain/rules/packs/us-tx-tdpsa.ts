import { within } from './shared.ts';
import { OPT_OUT_AGENTS, statePack } from './us-states.ts';

/** Texas Data Privacy and Security Act. */
export const usTxTdpsa = statePack({
  id: 'us-tx-tdpsa',
  jurisdiction: 'US-TX',
  name: 'Texas Data Privacy and Security Act (TDPSA)',
  validFrom: '2024-07-01',
  section: 'Tex. Bus. & Com. Code §§ 541.051-.053',
  zone: 'America/Chicago',
  regulator: 'Attorney General of Texas',
  attorneyGeneral: 'https://www.texasattorneygeneral.gov',
  appeal: { response: within(60, 'calendar_day', 'Tex. Bus. & Com. Code § 541.053', 'certain') },
  optOutAuthenticated: true,
  agents: { ...OPT_OUT_AGENTS, citation: 'Tex. Bus. & Com. Code § 541.055(e)' },
  freeTimesPerYear: 2,
});
