import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { flatRoutes } from 'remix-flat-routes';
import { defineConfig, type Plugin } from 'vite';
import { textsOfFile } from './app/i18n/text-files.ts';
import remixOptions from './remix.config.js';

/** Packs the browser's files once, so that the server packs nothing while people wait. */
function packedAssets(): Plugin {
  let forBrowser = false;
  return {
    name: 'packed-assets',
    apply: 'build',
    configResolved: (config) => {
      forBrowser = !config.build.ssr;
    },
    writeBundle({ dir = '' }, bundle) {
      if (!forBrowser) return;
      for (const [name, file] of Object.entries(bundle)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

/** Takes a file of texts apart for the browser: `legal.json?section=notes` is that section, `legal.json` the rest. */
function textSections(): Plugin {
  return {
    name: 'text-sections',
    enforce: 'pre',
    transform(code, id) {
      const [, namespace = '', section] = /\/locales\/[^/]+\/(\w+)\.json(?:\?section=(\w+))?$/.exec(id) ?? [];
      if (namespace === '') return null;
      return { code: JSON.stringify(textsOfFile(JSON.parse(code), namespace, section)), map: null };
    },
  };
}

export default defineConfig({
  plugins: [
    remix({
      ...remixOptions,
      routes: async (defineRoutes) => flatRoutes('routes', defineRoutes),
    }),
    tailwindcss(),
    textSections(),
    packedAssets(),
  ],
  // An image inside a style sheet would have to be allowed by the content security policy.
  build: { assetsInlineLimit: 0 },
});
