import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DeadlineSummary } from '#app/components/requests/deadline-summary.tsx';
import type { DescribedRegime } from '#app/domain/rules/applicable-regime.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { responseDeadline } from '#app/domain/rules/response-deadline.ts';
import { TextProvider } from '#app/i18n/react.tsx';
import { textInstance } from '#app/i18n/server.ts';
import { regimeAt } from '#app/services/requests/regime-at.ts';
import { NOW, textOf } from '../rights/rendered.tsx';

function told(country: string, region?: string): string {
  const regime = regimeAt({ country, ...(region && { region }) }, NOW) as DescribedRegime;
  const asked = { regime, right: 'access', receivedAt: NOW, policy: 'general' } as const;
  return textOf(
    renderToStaticMarkup(
      <TextProvider instance={textInstance('en')}>
        <DeadlineSummary deadline={responseDeadline(asked, CALENDARS)} />
      </TextProvider>,
    ),
  );
}

it('tells no promise that is later than the law, and no step towards one', () => {
  expect(told('NL')).toContain('22 December 2026');
  expect(told('NL')).not.toMatch(/promise/i);
});

it('tells the promise, its way and that the law sets no time, where it sets none', () => {
  expect(told('CN')).toContain('The law sets no number of days');
  expect(told('CN').match(/21 January 2027/g)).toHaveLength(2);
});

it('tells when a first reply is due, where the law wants one before the answer', () => {
  expect(told('US', 'US-CA')).toMatch(/First reply due:\s+Monday, 7 December 2026/);
  expect(told('US', 'US-TX')).not.toContain('First reply');
});
