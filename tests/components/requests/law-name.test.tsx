import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LawName } from '#app/components/requests/law-name.tsx';
import type { DescribedRegime } from '#app/domain/rules/applicable-regime.ts';
import { TextProvider } from '#app/i18n/react.tsx';
import { textInstance } from '#app/i18n/server.ts';
import { nameOfLaw } from '#app/services/requests/describe-rights.ts';
import { regimeAt } from '#app/services/requests/regime-at.ts';
import { NOW, textOf } from '../rights/rendered.tsx';

function told(country: string, locale: string): string {
  const regime = regimeAt({ country }, NOW) as DescribedRegime;
  return textOf(
    renderToStaticMarkup(
      <TextProvider instance={textInstance(locale)}>
        <LawName kind={regime.kind} law={nameOfLaw(regime)} />
      </TextProvider>,
    ),
  );
}

describe('the law that applies', () => {
  it('is named in the language of the reader, with its own name below', () => {
    expect(told('TR', 'ko')).toContain('튀르키예 개인정보보호법');
    expect(told('TR', 'ko')).toContain('Kişisel Verilerin Korunması Kanunu');
  });

  it('is named once where both names are one', () => {
    expect(told('CN', 'en').match(/Personal Information Protection Law/g)).toHaveLength(1);
  });

  it('does not say of a place that it has no law when none is described', () => {
    expect(told('NZ', 'en')).toContain('Our privacy policy. We have not described a law of this place here');
  });
});
