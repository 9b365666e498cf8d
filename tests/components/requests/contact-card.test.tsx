import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ContactCard, type ControllerReach } from '#app/components/requests/contact-card.tsx';
import { TextProvider } from '#app/i18n/react.tsx';
import { textInstance } from '#app/i18n/server.ts';
import { contactCard } from '#app/services/requests/describe-rights.ts';
import { regimeAt } from '#app/services/requests/regime-at.ts';
import { NOW } from '../rights/rendered.tsx';

const REACH: ControllerReach = {
  phone: '+60 3 0000 0000',
  representative: { name: 'An agent Ltd.', address: '2 A road', email: 'agent@desk.example' },
};

function cardOf(country: string, reach: ControllerReach | null, locale = 'en'): string {
  return renderToStaticMarkup(
    <TextProvider instance={textInstance(locale)}>
      <ContactCard
        address="privacy@desk.example"
        card={contactCard(regimeAt({ country }, NOW))}
        reach={reach}
      />
    </TextProvider>,
  );
}

describe('the card of whom to write to', () => {
  it.each(['KR', 'TR'])('names the representative where the law of %s wants one', (country) => {
    for (const said of ['An agent Ltd.', '2 A road', 'mailto:agent@desk.example'])
      expect(cardOf(country, REACH)).toContain(said);
  });

  it('carries the word that Turkish law wants into a letter to the representative too', () => {
    expect(cardOf('TR', REACH)).toMatch(/mailto:agent@desk\.example\?subject=\w/);
  });

  it('gives Malaysians a telephone number, and no representative', () => {
    const card = cardOf('MY', REACH);
    expect(card).toContain('href="tel:+60300000000"');
    expect(card).not.toContain('An agent Ltd.');
  });

  it('keeps both to itself where the law wants neither', () => {
    expect(cardOf('DE', REACH)).not.toMatch(/An agent|tel:/);
  });

  it('speaks of no representative while nobody is named, and says where to ask for the number', () => {
    const none = { phone: null, representative: null };
    expect(cardOf('KR', none)).not.toContain('domestic agent');
    expect(cardOf('MY', none)).toContain('telephone number');
    expect(cardOf('MY', none)).not.toContain('tel:');
  });
});
