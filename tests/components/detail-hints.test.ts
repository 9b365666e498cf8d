import { describe, expect, it } from 'vitest';
import { HINTED } from '#app/components/requests/detail-fields.tsx';
import portal from '../../locales/en/portal.json' with { type: 'json' };

type Texts = { readonly hint?: unknown };

describe('the questions about a right', () => {
  it('show each hint that was written, and ask for none that was not', () => {
    const written = Object.entries(portal.details).flatMap(([right, questions]) =>
      Object.entries(questions as Record<string, Texts>).flatMap(([name, texts]) =>
        typeof texts === 'object' && 'hint' in texts ? [`details.${right}.${name}`] : [],
      ),
    );
    expect([...HINTED].sort()).toEqual(written.sort());
  });
});
