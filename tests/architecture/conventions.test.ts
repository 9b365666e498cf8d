import ts from 'typescript';
import { expect, test } from 'vitest';
import { placeOf, type SourceFile, sourceFiles, walk } from './source-files.ts';

const files = sourceFiles('app', 'db');

/** Every node that `test` finds, as `path:line text`. */
function findings(
  among: readonly SourceFile[],
  test: (node: ts.Node, file: SourceFile) => boolean,
): string[] {
  const found: string[] = [];
  for (const file of among) {
    walk(file.tree, (node) => {
      if (test(node, file)) found.push(`${placeOf(file, node)} ${node.getText().slice(0, 80)}`);
    });
  }
  return found;
}

const isPage = ({ path }: SourceFile) => path.endsWith('.tsx');
const SPOKEN = new Set([
  'title',
  'aria-label',
  'aria-description',
  'placeholder',
  'alt',
  'label',
  'hint',
  'caption',
  'legend',
  'summary',
]);
const LETTERS = /\p{L}{2,}/u;

test('pages take their words from locales/', () => {
  // The name of the product is the same in every language.
  const own = /^(Habeas)$/;
  const wrong = findings(files.filter(isPage), (node) => {
    if (ts.isJsxText(node)) return LETTERS.test(node.text) && !own.test(node.text.trim());
    if (!ts.isJsxAttribute(node) || !SPOKEN.has(node.name.getText())) return false;
    const value = node.initializer;
    return value !== undefined && ts.isStringLiteral(value) && LETTERS.test(value.text);
  });
  expect(wrong).toEqual([]);
});

test('no element has an inline style: the content security policy would drop it', () => {
  const wrong = findings(
    files.filter(isPage),
    (node) => ts.isJsxAttribute(node) && node.name.getText() === 'style',
  );
  expect(wrong).toEqual([]);
});

test('sides are logical, so that every page turns round for Arabic', () => {
  const physical =
    /(^|[\s:])-?((m[lr]|p[lr]|left|right|border-[lr]|rounded-[lr])-(\d|\[|auto|px|full)|text-(left|right)(\s|$))/;
  const wrong = findings(
    files.filter(({ path }) => /^app\/(components|routes)\//.test(path)),
    (node) =>
      ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent) && physical.test(node.text),
  );
  expect(wrong).toEqual([]);
});

test('a page with a form lets the language buttons send it along, and can be posted to', () => {
  const pages = files.filter(
    ({ path, text }) =>
      path.startsWith('app/routes/') && /useFormView\(|<(ReferencePage|CodePage)\b/.test(text),
  );
  const wrong = pages
    .filter(({ path, text }) => !/keepsForm: true/.test(text) || /\/_?index\.tsx$/.test(path))
    .map(({ path }) => `${path} needs handle = { keepsForm: true } and a path of its own`);
  expect(wrong).toEqual([]);
});

test('every loader and action goes through serve or a guard', () => {
  // The page of a refusal made before Remix; it reads nothing and calls nothing.
  const exempt = ['app/routes/problem.$name.tsx'];
  const wrong = files
    .filter(({ path }) => path.startsWith('app/routes/') && !exempt.includes(path))
    .flatMap((file) =>
      file.tree.statements
        .filter((node) => /^export (async )?(function|const) (loader|action)\b/.test(node.getText()))
        .filter((node) => !/^export const (loader|action) = (serve\w*|guarded)\b/.test(node.getText()))
        .map((node) => placeOf(file, node)),
    );
  expect(wrong).toEqual([]);
});

test('only the shell owns a clock: decisions take the time as an argument', () => {
  const owners = ['app/services/clock.ts'];
  const pure = files.filter(({ path }) => /^app\/(domain|services)\//.test(path) && !owners.includes(path));
  const wrong = findings(pure, (node) => {
    if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
    return ts.isPropertyAccessExpression(node) && /^(Date\.now|Temporal\.Now)$/.test(node.getText());
  });
  expect(wrong).toEqual([]);
});

test('files are named in kebab case for what they hold', () => {
  const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|config))?\.tsx?$/;
  const entries = /^(root|entry\.(client|server|http|worker|cli|start))\.tsx?$/;
  const wrong = files
    .filter(({ path }) => !path.startsWith('app/routes/'))
    .filter(({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      return !named.test(name) && !entries.test(name);
    })
    .map(({ path }) => path);
  const drawers = files
    .map(({ path }) => path)
    .filter((path) => /\/(utils?|helpers?|misc|common|lib)(\/|\.ts)/.test(path));
  expect([...wrong, ...drawers]).toEqual([]);
});

test('files stay small: the middle one under 80 lines, and hardly any over 300', () => {
  // Data that is read as a table, not as code.
  const code = files.filter(({ path }) => !/\/(packs|generated|migrations)\//.test(path));
  const lengths = code.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
  const long = code.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  expect(long.length, long.join(', ')).toBeLessThanOrEqual(code.length * 0.02);
});

test('an action of the desk names the roles that may take it, so that nobody else’s form is read', () => {
  const wrong = files
    .filter(({ path }) => path.startsWith('app/routes/officer+/'))
    .flatMap((file) =>
      file.tree.statements
        .filter((node) => /^export const action = serveStaff\b/.test(node.getText()))
        .filter((node) => !/^export const action = serveStaff\(\s*[A-Z]+,/.test(node.getText()))
        .map((node) => placeOf(file, node)),
    );
  expect(wrong).toEqual([]);
});
