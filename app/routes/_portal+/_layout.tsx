import { Outlet, useRouteLoaderData } from '@remix-run/react';
import { PortalLayout } from '#app/components/layout/portal-layout.tsx';
import type { loader as rootLoader } from '#app/root.tsx';

/** The frame of the data subject's pages. */
export default function Portal() {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  return (
    <PortalLayout organisation={root?.organisation} languages={root?.languages ?? []} outbox={root?.outbox}>
      <Outlet />
    </PortalLayout>
  );
}
