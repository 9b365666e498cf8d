import { expect, test } from 'vitest';
import { importsOf, placeOf, sourceFiles } from './source-files.ts';

const PACKAGE = /^(?!app\/|db\/|tests\/|locales\/)/;

interface Layer {
  readonly layer: RegExp;
  readonly may: readonly RegExp[];
  /** What it may import the types of only: they are gone before anything runs. */
  readonly mayName?: readonly RegExp[];
}

/** What each layer may import: imports point from the world towards the law. The first layer that fits a path counts. */
const LAYERS: readonly Layer[] = [
  {
    layer: /^app\/domain\//,
    may: [/^app\/domain\//, /^zod$/, /^temporal-polyfill$/, /^@noble\/hashes(\/|$)/],
  },
  { layer: /^app\/connectors\//, may: [/^app\/(connectors|domain)\//, PACKAGE] },
  { layer: /^app\/config\//, may: [/^app\/config\//, /^db\/operator-error\.ts$/, PACKAGE] },
  { layer: /^app\/services\//, may: [/^app\/(services|domain|connectors|config|i18n)\//, /^db\//, PACKAGE] },
  { layer: /^app\/jobs\//, may: [/^app\/(jobs|services|domain|config)\//, PACKAGE] },
  { layer: /^app\/web\//, may: [/^app\/(web|services|domain|i18n)\//, PACKAGE] },
  { layer: /^app\/i18n\//, may: [/^app\/i18n\//, PACKAGE] },
  { layer: /^app\/components\/ui\//, may: [/^app\/components\/ui\//, /^react$/] },
  {
    layer: /^app\/components\//,
    may: [/^app\/(components|domain|i18n)\/(?!.*\.server\.ts$)/, /^(react|@remix-run\/react)$/],
    // A component may name what a service answers with, to show it.
    mayName: [/^app\/services\//, /^@remix-run\/node$/],
  },
  {
    layer: /^app\/(routes|api)\//,
    may: [/^app\/(routes|api|web|services|components|i18n|domain)\//, /^app\/root\.tsx$/, PACKAGE],
  },
  // The demo comes to be through the services, as everything else does.
  { layer: /^db\/seed\//, may: [/^db\//, /^app\/(domain|services|start)\//, PACKAGE] },
  { layer: /^db\//, may: [/^db\//, /^app\/(domain|config)\//, PACKAGE] },
];

/** Imports that a rule forbids and a reason allows; an entry that is no longer needed fails too. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'app/jobs/runner.ts -> db/client.ts': 'the queue keeps its own connection, apart from the services’ pool',
};

test('imports point from the world towards the law', () => {
  const used = new Set<string>();
  const wrong = sourceFiles('app', 'db').flatMap((file) => {
    const rule = LAYERS.find(({ layer }) => layer.test(file.path));
    if (!rule) return [];
    return importsOf(file)
      .filter(({ target, typeOnly }) => {
        const allowed = [...rule.may, ...((typeOnly && rule.mayName) || [])];
        return !allowed.some((pattern) => pattern.test(target));
      })
      .filter(({ target }) => {
        const key = `${file.path} -> ${target}`;
        if (key in EXCEPTIONS) used.add(key);
        return !(key in EXCEPTIONS);
      })
      .map(({ target, node }) => `${placeOf(file, node)} imports ${target}`);
  });
  expect(wrong).toEqual([]);
  expect(Object.keys(EXCEPTIONS).filter((key) => !used.has(key))).toEqual([]);
});

test('routes and pages never reach the database or a connector, nor does a script of the browser', () => {
  const wrong = sourceFiles('app/routes', 'app/components').flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => /^(db\/|app\/connectors\/|postgres$|drizzle-orm)/.test(target))
      .map(({ target, node }) => `${placeOf(file, node)} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('what Node runs without a build holds no JSX', () => {
  const wrong = sourceFiles('app', 'db')
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.tsx'))
    .filter(
      (path) => !/^app\/(routes|components|i18n|web)\/|^app\/(root|entry\.(client|server))\.tsx$/.test(path),
    );
  expect(wrong).toEqual([]);
});

/** What every page would carry to the browser if a component reached it: a hundred kilobytes of law. */
const LAW = /^app\/domain\/rules\/(packs|calendars|names|refusals)\/index\.ts$/;

test('no component brings the rule packs to the browser: it is told what they say', () => {
  const files = new Map(
    sourceFiles('app/components', 'app/domain', 'app/i18n').map((file) => [file.path, file]),
  );
  const reaches = (path: string, seen: Set<string>): string | undefined => {
    if (LAW.test(path)) return path;
    const file = files.get(path);
    if (!file || seen.has(path)) return undefined;
    seen.add(path);
    for (const { target, typeOnly } of importsOf(file)) {
      const found = typeOnly ? undefined : reaches(target, seen);
      if (found) return `${path} -> ${found}`;
    }
    return undefined;
  };
  const wrong = [...files.keys()]
    .filter((path) => path.startsWith('app/components/'))
    .map((path) => reaches(path, new Set()))
    .filter((way) => way !== undefined);
  expect(wrong).toEqual([]);
});
