/** The options of Remix, in one place: `vite.config.ts` hands them to its Vite plugin. */
export default {
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_singleFetch: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
  },
};
