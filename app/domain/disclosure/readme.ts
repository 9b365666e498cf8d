import type { Manifest } from './manifest.ts';
import type { PackageText } from './viewer-html.ts';

/** The README of a package: what it is, what each entry holds, how to check it. Plain text, no dates. */
export function readmeText(
  content: Pick<Manifest, 'kind' | 'reference' | 'controller'> & { readonly keysUrl: string },
  t: PackageText,
): string {
  const { kind, reference, controller, keysUrl } = content;
  const lines = [
    t(`${kind}.title`),
    '',
    t(`${kind}.intro`, { controller: controller.name }),
    `${t('reference')}: ${reference}`,
    '',
    t('readme.start'),
    '',
    ...['index.html', 'data/', 'schema/', 'manifest.json', 'signature.jws'].flatMap((entry) => [
      entry,
      `    ${t(`readme.entry.${entry.replace(/\W.*$/, '')}`)}`,
    ]),
    '',
    t('readme.masked'),
    '',
    t('readme.verify', { url: keysUrl }),
    `    habeas export verify FILE --keys ${keysUrl}`,
    '',
    t('readme.care'),
  ];
  return `${lines.join('\n')}\n`;
}
