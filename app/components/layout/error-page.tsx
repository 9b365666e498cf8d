import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { Language } from '#app/i18n/text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { PortalLayout } from './portal-layout.tsx';

/** The problems that have a page of their own, by HTTP status; every other one is "unexpected". */
const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  410: 'gone',
  413: 'payload_too_large',
  421: 'wrong_host',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** What a refusal may carry to its page: nothing about why, except to its own reader. */
export interface ProblemData {
  readonly problem?: string;
  /** Names the request in our logs. */
  readonly reference?: string;
  /** The limit that was passed, where one was. */
  readonly bytes?: number;
}

/** The key under `common:problem` for whatever was thrown. */
export function problemOf(error: unknown): string {
  if (!isRouteErrorResponse(error)) return 'unexpected';
  const named = (error.data as ProblemData | undefined)?.problem;
  return named ?? PROBLEMS[error.status] ?? 'unexpected';
}

/** An error as a whole page, with the frame of the portal. */
export function ErrorPage() {
  const root = useRouteLoaderData<{ languages: readonly Language[] }>('root');
  return (
    <PortalLayout languages={root?.languages ?? []}>
      <ErrorMessage />
    </PortalLayout>
  );
}

/** What went wrong and what to do now; for the `ErrorBoundary` of a route whose layout still stands. */
export function ErrorMessage() {
  const t = useText('common');
  const format = useFormats();
  const error = useRouteError();
  const problem = problemOf(error);
  const data = (isRouteErrorResponse(error) ? error.data : undefined) as ProblemData | undefined;
  return (
    <>
      <PageHeading>{t(`problem.${problem}.title`)}</PageHeading>
      <p className="max-w-measure">{t(`problem.${problem}.body`, { max: format.bytes(data?.bytes ?? 0) })}</p>
      {data?.reference && (
        <p className="mt-4 text-ink-soft">
          {t('problem.reference')} <code dir="ltr">{data.reference}</code>
        </p>
      )}
      <p className="mt-8">
        <ButtonLink href="/" look="secondary">
          {t('problem.home')}
        </ButtonLink>
      </p>
    </>
  );
}
