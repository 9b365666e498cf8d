import { parseLossless } from './lossless-json.ts';
import type { LeftOut, Manifest, ManifestCollection } from './manifest.ts';

/** Looks up a text under `package.` in the data subject's language. */
export type PackageText = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export type ViewerCollection = ManifestCollection & {
  readonly title: string;
  /** The first rows as JSON text; the rest is in the data file. */
  readonly sample: readonly string[];
};

export type ViewerContent = Pick<Manifest, 'kind' | 'reference' | 'language' | 'controller' | 'law'> & {
  readonly direction: 'ltr' | 'rtl';
  readonly collections: readonly ViewerCollection[];
  readonly leftOut: readonly LeftOut[];
  readonly styleHash: string;
};

/** The one style sheet; its SHA-256 stands in the policy of the page. */
export const VIEWER_STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem}h2{font-size:1.25rem;margin-block-start:2.5rem}a{color:LinkText}a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid Highlight;outline-offset:2px}
dt{font-weight:600}dd{margin-inline-start:0;margin-block-end:.5rem}.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem}
th,td{border:1px solid GrayText;padding:.25rem .5rem;text-align:start;vertical-align:top}td{white-space:pre-wrap;overflow-wrap:anywhere;min-width:4rem;max-width:30rem}`;

/**
 * The page that lets a person read the package without a network or a script. Every value is escaped; control characters
 * and direction overrides are shown, not obeyed. It carries no date, so that two packages of the same data have the same page.
 */
export function viewerHtml(content: ViewerContent, t: PackageText): string {
  const policy = `default-src 'none'; style-src 'sha256-${content.styleHash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeHtml(content.language)}" dir="${content.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(t(`${content.kind}.title`))}</title>
<style>${VIEWER_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(t(`${content.kind}.title`))}</h1>
<p>${escapeHtml(t(`${content.kind}.intro`, { controller: content.controller.name }))}</p>
<dl>
${term(t('reference'), content.reference)}${term(t('controller'), controllerText(content.controller))}${term(t('law'), lawText(content.law))}</dl>
<p>${escapeHtml(t('viewer.files'))}</p>
<nav aria-labelledby="contents"><h2 id="contents">${escapeHtml(t('contents'))}</h2>
<ul>
${content.collections.map((one, index) => `<li><a href="#c${index}"><bdi>${show(one.title)}</bdi></a> (${escapeHtml(t('rows', { count: one.rows }))})</li>\n`).join('')}<li><a href="#left-out">${escapeHtml(t('leftOut.title'))}</a></li>
</ul></nav>
${content.collections.map((one, index) => collectionHtml(one, index, t)).join('')}${leftOutHtml(content, t)}</main>
</body>
</html>
`;
}

function collectionHtml(one: ViewerCollection, index: number, t: PackageText): string {
  const basis = one.lawful_basis ? t(`basis.${one.lawful_basis}`) : '';
  const facts = [
    term(t('purposes'), ...one.purposes),
    term(t('lawfulBasis'), basis),
    term(t('recipients'), ...one.recipients),
    term(t('sources'), ...one.sources),
    term(t('retention'), one.retention ?? ''),
    term(t('categories'), ...one.categories),
  ].join('');
  return `<section aria-labelledby="c${index}">
<h2 id="c${index}"><bdi>${show(one.title)}</bdi></h2>
<dl>
${facts}</dl>
${one.file ? rowsHtml(one, index, t) : `<p>${escapeHtml(t('viewer.nothing'))}</p>\n`}</section>
`;
}

function rowsHtml(one: ViewerCollection, index: number, t: PackageText): string {
  const rows = one.sample.map((json) => parseLossless(json) as Record<string, unknown>);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = t('viewer.shown', { shown: rows.length, count: one.rows });
  const head = columns.map((column) => `<th scope="col" dir="ltr">${show(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${columns.map((column) => cell(row[column], t)).join('')}</tr>\n`)
    .join('');
  return `<p>${escapeHtml(shown)} <a href="${escapeHtml(one.file ?? '')}" dir="ltr">${escapeHtml(one.file ?? '')}</a></p>
<div class="scroll" role="region" aria-labelledby="c${index}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}

function cell(value: unknown, t: PackageText): string {
  if (value === null || value === undefined) return '<td></td>';
  if (typeof value === 'object' && 'masked' in value) {
    return `<td><em>${escapeHtml(t('viewer.masked', { ground: t(`ground.${String(value.masked)}`) }))}</em></td>`;
  }
  return `<td dir="auto">${show(typeof value === 'string' ? value : JSON.stringify(value))}</td>`;
}

function leftOutHtml({ leftOut, collections }: ViewerContent, t: PackageText): string {
  const titles = new Map(collections.map((one) => [one.source, one.title]));
  const items = leftOut.map((one) => {
    const what = t(`leftOut.${one.scope}`, {
      count: one.count ?? 0,
      field: `\u2068${one.field ?? ''}\u2069`,
    });
    const citation = one.citation ? ` (${one.citation})` : '';
    return `<li><bdi>${show(titles.get(one.source) ?? one.source)}</bdi>: ${escapeHtml(`${what} ${t(`ground.${one.ground}`)}${citation}`)}</li>\n`;
  });
  const text = leftOut.length === 0 ? t('leftOut.nothing') : t('leftOut.intro');
  return `<section aria-labelledby="left-out"><h2 id="left-out">${escapeHtml(t('leftOut.title'))}</h2>
<p>${escapeHtml(text)}</p>
<ul>
${items.join('')}</ul></section>
`;
}

function term(name: string, ...values: readonly string[]): string {
  const told = values.filter((value) => value !== '');
  if (told.length === 0) return '';
  return `<dt>${escapeHtml(name)}</dt>${told.map((value) => `<dd><bdi>${show(value)}</bdi></dd>`).join('')}\n`;
}

function controllerText(controller: Manifest['controller']): string {
  return [controller.name, controller.address, controller.contact].filter(Boolean).join(', ');
}

function lawText(law: Manifest['law']): string {
  return [law.jurisdiction, law.pack, law.version].filter(Boolean).join(' ');
}

/** Escaped; control characters and characters that turn the direction round are named, not obeyed. */
function show(text: string): string {
  return escapeHtml(text).replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, (c) => {
    if (c === '\n' || c === '\t') return c;
    return `&lt;U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}&gt;`;
  });
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
