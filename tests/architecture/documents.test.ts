import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const documents = globSync(['*.md', '{app,db,tests}/**/*.md'], { cwd: root });
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Paths as the documents write them: in backticks or as a link, from the top or from the document's own folder. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`((?:app|db|locales|public|tests)\/[\w+./<>-]*)`/g)].map(
    (m) => m[1] as string,
  );
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map((m) => m[1] as string);
  return [...quoted, ...linked].filter((one) => !one.includes('<'));
}

describe.each(documents)('%s', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8');
  const folder = path.join(root, path.dirname(document));

  it('names only files that exist', () => {
    const missing = pathsIn(text).filter(
      (one) => !existsSync(path.join(root, one)) && !existsSync(path.join(folder, one)),
    );
    expect(missing).toEqual([]);
  });

  it('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((m) => m[1] as string);
    const known = new Set(Object.keys(manifest.scripts));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names only verbs of the command line that exist', () => {
    const asked = [...text.matchAll(/npm run -s habeas -- ([a-z]+)/g)].map((m) => m[1] as string);
    expect(asked.filter((verb) => !existsSync(path.join(root, `app/cli/${verb}.ts`)))).toEqual([]);
  });
});
