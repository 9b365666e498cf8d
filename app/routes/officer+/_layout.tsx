import { Form, Outlet, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react';
import { deskPages } from '#app/components/cases/desk-pages.ts';
import { ErrorMessage } from '#app/components/layout/error-page.tsx';
import { OfficerLayout } from '#app/components/layout/officer-layout.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { useText } from '#app/i18n/react.tsx';
import type { loader as rootLoader } from '#app/root.tsx';
import { readStaffSession } from '#app/services/people/read-staff-session.ts';
import { serve } from '#app/web/serve.server.ts';

/** Who is signed in, for the frame. It guards nothing: each page does so itself. */
export const loader = serve(async ({ ctx, request }) => {
  const staff = await readStaffSession(ctx, request.headers.get('Cookie'));
  return { staff: staff && { name: staff.name, role: staff.role } };
});

/** The frame of the desk. */
export default function Desk() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  return (
    <Frame>
      <ErrorMessage />
    </Frame>
  );
}

function Frame(props: { children: React.ReactNode }) {
  const t = useText('officer');
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const staff = useLoaderData<typeof loader>()?.staff;
  const { pathname } = useLocation();
  const links = deskPages(staff?.role).map(({ href, key, within }) => ({
    href,
    text: t(`nav.${key}`),
    current: within(pathname),
  }));
  const person = staff && { name: staff.name, signOut: <SignOut /> };
  return (
    <OfficerLayout
      organisation={root?.organisation}
      languages={root?.languages ?? []}
      links={links}
      {...(person ? { person } : {})}
    >
      {props.children}
    </OfficerLayout>
  );
}

function SignOut() {
  const t = useText('common');
  return (
    <Form method="post" action="/officer/sign-out" reloadDocument>
      <Button look="link" className="text-on-band hover:text-on-band">
        {t('layout.signOut')}
      </Button>
    </Form>
  );
}
