/** A page of the desk's navigation; `key` names its text below `nav` in `officer.json`. */
interface DeskPage {
  readonly key: string;
  readonly href: string;
  readonly roles: readonly string[];
  readonly within: (pathname: string) => boolean;
}

const ALL = ['officer', 'administrator', 'auditor'];
const under = (path: string) => (pathname: string) => pathname.startsWith(path);

const PAGES: readonly DeskPage[] = [
  {
    key: 'queue',
    href: '/officer',
    roles: ALL,
    within: (pathname) => pathname === '/officer' || pathname.startsWith('/officer/cases'),
  },
  { key: 'search', href: '/officer/search', roles: ALL, within: under('/officer/search') },
  { key: 'instructions', href: '/officer/instructions', roles: ALL, within: under('/officer/instructions') },
  { key: 'policies', href: '/officer/policies', roles: ALL, within: under('/officer/policies') },
  {
    key: 'audit',
    href: '/officer/audit',
    roles: ['administrator', 'auditor'],
    within: under('/officer/audit'),
  },
  {
    key: 'people',
    href: '/officer/people',
    roles: ['administrator', 'auditor'],
    within: under('/officer/people'),
  },
  {
    key: 'settings',
    href: '/officer/settings',
    roles: ['administrator', 'auditor'],
    within: under('/officer/settings'),
  },
];

/** The pages that a role may open; none before sign-in. */
export function deskPages(role: string | undefined): readonly DeskPage[] {
  return PAGES.filter(({ roles }) => role !== undefined && roles.includes(role));
}
