import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { flatRoutes } from 'remix-flat-routes';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [
    remix({
      ...remixOptions,
      routes: async (defineRoutes) => flatRoutes('routes', defineRoutes),
    }),
    tailwindcss(),
  ],
  // The server reads texts from `locales/`; inlined images would need `data:` in the content security policy.
  build: { assetsInlineLimit: 0 },
});
