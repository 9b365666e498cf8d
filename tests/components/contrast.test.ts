import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../app/styles/tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');

function tokensOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance of a colour, by WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Text on the ground that it stands on: at least 4.5. */
const TEXT = [
  ...['paper', 'surface', 'sunken'].flatMap((ground) =>
    ['ink', 'ink-soft', 'accent', 'accent-strong', 'danger', 'danger-strong', 'success'].map((text) => [
      text,
      ground,
    ]),
  ),
  ...['accent', 'danger', 'warning', 'success', 'info'].map((tone) => [tone, `${tone}-soft`]),
  ...['accent', 'danger', 'warning', 'success', 'info'].map((tone) => ['ink', `${tone}-soft`]),
  ...['danger', 'warning', 'success', 'info'].map((tone) => ['accent', `${tone}-soft`]),
  ['ink-soft', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['on-band', 'band'],
  ['on-band-soft', 'band'],
] as [string, string][];

/** Edges of controls, marks and the focus ring beside their ground: at least 3. */
const EDGES = [
  ...['paper', 'surface', 'sunken'].flatMap((ground) =>
    ['line-strong', 'accent', 'danger', 'focus'].map((edge) => [edge, ground]),
  ),
  ['focus-on-band', 'band'],
] as [string, string][];

describe.each([
  ['light', tokensOf(light)],
  ['dark', { ...tokensOf(light), ...tokensOf(dark) }],
])('in the %s scheme', (_, tokens) => {
  const ratio = ([front, back]: [string, string]) => {
    const [a, b] = [tokens[front], tokens[back]];
    if (!a || !b) throw new Error(`tokens.css has no ${a ? back : front}`);
    return contrast(a, b);
  };

  test.each(TEXT)('%s can be read on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(EDGES)('%s can be told from %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });
});
