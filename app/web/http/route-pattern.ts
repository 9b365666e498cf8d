import { matchRoutes } from '@remix-run/react';

/** What is needed of the built routes: `routes` of the Remix server build has it. */
export interface BuiltRoute {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly path?: string | undefined;
  readonly index?: boolean | undefined;
}

interface RouteNode {
  id: string;
  path?: string;
  index?: boolean;
  children?: RouteNode[];
}

/** Paths whose route is remembered; the router compiles every route anew for each match. */
const MOST_KNOWN = 1_000;

/**
 * Names a path by its route (`/request/:reference`), for logs and metrics: a path itself may hold what points to a
 * person. A path of no route is `(none)`, so that strangers cannot make up series of metrics.
 */
export function routePatterns(
  routes: Readonly<Record<string, BuiltRoute | undefined>>,
): (path: string) => string {
  const all = Object.values(routes).filter((route) => route !== undefined);
  const tree = childrenOf(undefined, all);
  const known = new Map<string, string>();
  return (path) => {
    const found = known.get(path);
    if (found) return found;
    if (known.size >= MOST_KNOWN) known.clear();
    const pattern = patternOf(tree, path);
    known.set(path, pattern);
    return pattern;
  };
}

function patternOf(tree: RouteNode[], path: string): string {
  if (!canDecode(path)) return '(none)';
  // Remix fetches the data of a page at its address with `.data` behind it.
  const page = path.replace(/^\/_root\.data$/, '/').replace(/\.data$/, '');
  const matches = matchRoutes(tree as Parameters<typeof matchRoutes>[0], page);
  if (!matches) return '(none)';
  const pattern = matches
    .map(({ route }) => route.path ?? '')
    .filter(Boolean)
    .join('/');
  return `/${pattern}`.replace(/\/+/g, '/');
}

/** Whether the percent signs of a path make sense. */
export function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function childrenOf(parentId: string | undefined, all: readonly BuiltRoute[]): RouteNode[] {
  return all
    .filter((route) => (route.parentId || undefined) === parentId)
    .map((route) => ({
      id: route.id,
      ...(route.path !== undefined && { path: route.path }),
      ...(route.index ? { index: true } : { children: childrenOf(route.id, all) }),
    }));
}
