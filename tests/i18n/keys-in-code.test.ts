import ts from 'typescript';
import { expect, test } from 'vitest';
import { NAMESPACES } from '#app/i18n/text.ts';
import { placeOf, type SourceFile, sourceFiles, walk } from '#tests/architecture/source-files.ts';
import { ENGLISH, pluralsOf } from './locale-files.ts';

const KEYS = [...pluralsOf(ENGLISH).keys()];
const QUALIFIED = new RegExp(`^(${NAMESPACES.join('|')}):[\\w.-]*\\w$`);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A string or template of the code as a pattern for keys: what is computed may be any part of a key. */
function patternOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return escaped(node.text);
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    escaped(node.head.text) +
    node.templateSpans.map(({ literal }) => `[\\w.-]+${escaped(literal.text)}`).join('')
  );
}

/** The namespaces that names such as `t` stand for in a file: `const t = useText('portal')`. */
function translatorsOf(file: SourceFile): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>([['t', new Set()]]);
  walk(file.tree, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return;
    const call = /^useText\((?:'(\w+)')?\)$/.exec(node.initializer?.getText() ?? '');
    if (call) found.set(node.name.text, (found.get(node.name.text) ?? new Set()).add(call[1] ?? 'common'));
  });
  return found;
}

const files = sourceFiles('app');

test('every key that the code names has a text', () => {
  const missing: string[] = [];
  for (const file of files) {
    const translators = translatorsOf(file);
    walk(file.tree, (node) => {
      if (ts.isStringLiteral(node) && QUALIFIED.test(node.text) && !KEYS.includes(node.text)) {
        missing.push(`${placeOf(file, node)} ${node.text}`);
      }
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      const namespaces = translators.get(node.expression.text);
      const [argument] = node.arguments;
      const pattern = namespaces && argument && patternOf(argument);
      if (!pattern || QUALIFIED.test(argument.getText().slice(1, -1))) return;
      const spaces = namespaces.size > 0 ? [...namespaces].join('|') : 'common';
      // The domain is handed a translator that already stands somewhere in `common`.
      const start = file.path.startsWith('app/domain/') ? '[:.]' : `^(${spaces}):`;
      const full = new RegExp(/^\w+:/.test(pattern) ? `^${pattern}$` : `${start}${pattern}$`);
      if (!KEYS.some((key) => full.test(key))) missing.push(`${placeOf(file, node)} ${argument.getText()}`);
    });
  }
  expect(missing).toEqual([]);
});

/** Whether a computed pattern says enough to count: a part of a path of its own, beside the namespace. */
function saysEnough(pattern: string): boolean {
  const own = pattern.replaceAll('[\\w.-]+', '').replace(new RegExp(`^(${NAMESPACES.join('|')}):`), '');
  return /^[\w.\\-]*$/.test(own) && /[a-zA-Z]{3}/.test(own);
}

/** Texts whose page is still to come; to be emptied with it. */
const AHEAD = new Set([
  'portal:filing.rights.why',
  'portal:filing.details.partial',
  'portal:filing.confirm.done.started',
  'portal:filing.confirm.done.behalf',
  'legal:dates.due_unrolled',
]);

test('every text is named by the code', () => {
  const literals = new Set<string>();
  const patterns: string[] = [];
  for (const file of files) {
    walk(file.tree, (node) => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text);
      const pattern = ts.isTemplateExpression(node) ? patternOf(node) : undefined;
      if (pattern && saysEnough(pattern)) patterns.push(pattern);
    });
  }
  const computed = new RegExp(`^(?:\\w+:)?(?:[\\w.-]+\\.)?(?:${patterns.join('|')})$`);
  const unused = KEYS.filter((key) => {
    const path = key.slice(key.indexOf(':') + 1);
    const tails = path.split('.').map((_, at, parts) => parts.slice(at).join('.'));
    return !literals.has(key) && !tails.some((tail) => literals.has(tail)) && !computed.test(key);
  });
  expect(unused.filter((key) => !AHEAD.has(key))).toEqual([]);
});
