import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** A source file: its path from the root with forward slashes, its text, and its syntax tree. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript file below the given folders. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const path = relative(ROOT, file).replaceAll('\\', '/');
        const text = readFileSync(file, 'utf8');
        return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
      }),
  );
}

/** Calls `visit` for every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `path:line` of a node, to click on. */
export function placeOf(file: SourceFile, node: ts.Node): string {
  return `${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** What a file imports: paths from the root (`app/domain/x.ts`) or names of packages; type-only imports included. */
export function importsOf(file: SourceFile): { target: string; typeOnly: boolean; node: ts.Node }[] {
  const found: { target: string; typeOnly: boolean; node: ts.Node }[] = [];
  walk(file.tree, (node) => {
    const name =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (name && ts.isStringLiteral(name)) {
      const typeOnly = ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === true;
      found.push({ target: resolve(file.path, name.text), typeOnly, node });
    }
  });
  return found;
}

function resolve(from: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1);
  if (!name.startsWith('.')) return name;
  return relative(ROOT, join(ROOT, from, '..', name)).replaceAll('\\', '/');
}
