import { renderToStaticMarkup } from 'react-dom/server';
import { Temporal } from 'temporal-polyfill';
import { TerritoryPage } from '#app/components/rights/territory-page.tsx';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { type Territory, territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import { type TerritoryView, territoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { TextProvider } from '#app/i18n/react.tsx';
import { textInstance } from '#app/i18n/server.ts';
import { territoryNames } from '#app/web/rights-names.server.ts';

export const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');
export const LOCALES = ['en', 'ko', 'ar'] as const;

/** What the rules say about a place on a day. */
export function viewOf(code: string, on?: string): TerritoryView {
  return territoryView(territoryOf(code) as Territory, NOW, CALENDARS, on);
}

/** A territory's page as markup, with an invented controller. */
export function markupOf(view: TerritoryView, locale: string): string {
  return renderToStaticMarkup(
    <TextProvider instance={textInstance(locale)}>
      <TerritoryPage
        view={view}
        names={territoryNames(view, locale)}
        address="https://desk.example/rights"
        controller={{
          name: 'Northwind Cloud',
          address: 'Harbour Street',
          phone: null,
          representative: { name: 'Agent & Partners', address: 'Old Quay', email: 'agent@desk.example' },
        }}
        contactEmail="privacy@desk.example"
      />
    </TextProvider>,
  );
}

/** What a reader sees of markup: tags become gaps. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');
}
