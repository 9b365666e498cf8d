import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headerLine,
  mentionsOthers,
  parseHeader,
  parseRowLine,
  rowLine,
} from '#app/domain/disclosure/collected-line.ts';

describe('a line of collected rows', () => {
  it('gives back marks and row as they were, whatever the names and values are', () => {
    const marks = fc.record(
      {
        via: fc.array(fc.nat(9)),
        mask: fc.dictionary(fc.string(), fc.string()),
        scrub: fc.dictionary(fc.string(), fc.array(fc.string())),
      },
      { requiredKeys: ['via'] },
    );
    fc.assert(
      fc.property(marks, fc.object(), (given, row) => {
        const plain = JSON.parse(JSON.stringify(given));
        const json = JSON.stringify(row);
        expect(parseRowLine(rowLine(plain, json).slice(0, -1))).toEqual({ ...plain, json });
      }),
    );
  });

  it('is not misled by a name or a row that looks like the separator', () => {
    const marks = { via: [0], mask: { ',"row":{"x":1': 'rights_of_others' } };
    expect(parseRowLine(rowLine(marks, '{"a":",\\"row\\":","row":1}').slice(0, -1))).toEqual({
      ...marks,
      json: '{"a":",\\"row\\":","row":1}',
    });
  });

  it('does not carry the proven values in its header', () => {
    const line = headerLine('shop/people', [
      { by: 'identity', field: 'email', kind: 'email', values: ['ada@example.com'] },
    ]);
    expect(line).not.toContain('ada');
    expect(parseHeader(line).reaches).toEqual([{ by: 'identity', field: 'email', kind: 'email' }]);
  });

  it('of another format is refused', () => {
    expect(() => parseHeader('{"format":"other/9"}')).toThrow('format other/9, expected habeas-collected/1');
    expect(() => parseRowLine('{"via":[0]}')).toThrow('a line without a row');
  });

  it('waits for review when a field is masked or an address found, and not otherwise', () => {
    expect(
      [{ via: [] }, { via: [], mask: { a: 'x' } }, { via: [], scrub: { a: ['x'] } }].map(mentionsOthers),
    ).toEqual([false, true, true]);
  });
});
