import { describe, expect, it } from 'vitest';
import { regimeOf } from '#app/domain/rules/applicable-regime.ts';
import { RULE_PACKS } from '#app/domain/rules/packs/index.ts';
import { translator } from '#app/i18n/server.ts';
import { regulatorToTell } from '#app/services/cases/case-law.ts';
import { composeDecision, remedyText } from '#app/services/cases/compose-notice.ts';

const LOCALES = ['en', 'ko', 'ar'] as const;
const versions = RULE_PACKS.flatMap(({ jurisdiction, kind, versions: dated }) =>
  dated.map(({ validFrom }) => ({ jurisdiction, kind, on: validFrom })),
);

describe('a refusal', () => {
  it.each(versions)(
    'under the law of $jurisdiction from $on names the authority and where to complain',
    ({ jurisdiction, on }) => {
      for (const locale of LOCALES) {
        const regulator = regulatorToTell(regimeOf(jurisdiction, on), locale);
        expect(new URL(regulator?.url ?? '').protocol).toBe('https:');
        const notice = composeDecision({
          locale,
          reference: 'HB-2345-6789',
          receivedOn: on,
          right: 'access',
          outcome: 'refused',
          ground: 'barred_by_law',
          citation: 'Art. 1',
          reasons: 'Reasons.',
          remedy: remedyText(locale, regimeOf(jurisdiction, on)),
          service: null,
          transfer: null,
          regulator,
        });
        expect(notice).toContain(regulator?.name);
        expect(notice).toContain(regulator?.url);
      }
    },
  );

  it.each(LOCALES)('where our policy alone applies says in %s which authority is meant', (locale) => {
    const regulator = regulatorToTell(regimeOf('ROW', '2026-11-22'), locale);
    expect(regulator?.name).toBe(translator(locale)('legal:authorityOfResidence'));
  });

  it('names the Attorney General of the state, not of some state', () => {
    const names = (['US-VA', 'US-CO', 'US-CT', 'US-TX'] as const).map(
      (state) => regulatorToTell(regimeOf(state, '2026-11-22'), 'en')?.name,
    );
    expect(new Set(names).size).toBe(4);
  });

  it('says within which time one has to complain, where the law sets one', () => {
    const remedy = (jurisdiction: 'TR' | 'CA' | 'CA-QC' | 'EEA') =>
      remedyText('en', regimeOf(jurisdiction, '2026-11-22'));
    expect(remedy('TR')).toContain('within 30 days of receiving this answer');
    expect(remedy('CA-QC')).toContain('within 30 days');
    expect(remedy('CA')).toContain('within 6 months');
    expect(remedy('EEA')).not.toContain('of receiving this answer');
  });

  it('names none where no law is described: the officer does', () => {
    expect(regulatorToTell(regimeOf('BR', '2019-01-01'), 'en')).toBeNull();
  });
});
