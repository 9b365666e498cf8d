import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { problemStatus } from '#app/web/http/problem-response.ts';
import { BODY_LIMIT } from '#app/web/limits.ts';

/** The page of a refusal that was made before Remix (`app/web/http/problem-response.ts`): an error by nature. */
export function loader({ params, context }: LoaderFunctionArgs): null {
  const status = problemStatus(params.name ?? '');
  const problem = status === undefined ? 'not_found' : params.name;
  throw data({ problem, bytes: BODY_LIMIT, reference: context.requestId }, { status: status ?? 404 });
}

export default function NeverShown() {
  return null;
}
