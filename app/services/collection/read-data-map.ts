import { createHash } from 'node:crypto';
import { parseDocument } from 'yaml';
import { type ParsedDataMap, parseDataMap } from '#app/domain/data-map/parse-data-map.ts';

/** Longer than any map a person keeps; parsing stays quick. */
const MOST_CHARACTERS = 2_000_000;
/** Aliases that one map may unfold: enough for shared texts, too few for a file that grows without end. */
const MOST_ALIASES = 1_000;

/** Reads a data map from YAML (JSON is YAML). All problems are named, those of the YAML by line and column. */
export function readDataMap(text: string): ParsedDataMap {
  if (text.length > MOST_CHARACTERS) {
    return {
      problems: [{ path: '', value: text.length, expected: `at most ${MOST_CHARACTERS} characters` }],
    };
  }
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        path: `line ${error.linePos?.[0].line ?? '?'}, column ${error.linePos?.[0].col ?? '?'}`,
        value: error.code,
        expected: 'YAML',
      })),
    };
  }
  try {
    return parseDataMap(document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch (error) {
    return {
      problems: [{ path: '', value: error instanceof Error ? error.message : 'unknown', expected: 'YAML' }],
    };
  }
}

/** SHA-256 of the text, hex: which map a collection walked. */
export function dataMapDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
