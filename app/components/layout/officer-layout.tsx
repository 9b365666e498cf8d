import type { ReactNode } from 'react';
import { useText } from '#app/i18n/react.tsx';
import type { Language } from '#app/i18n/text.ts';
import { Brand } from './brand.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Shell } from './shell.tsx';

export interface DeskLink {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean;
}

interface OfficerLayoutProps {
  readonly organisation?: string | undefined;
  readonly languages: readonly Language[];
  /** Empty before sign-in. */
  readonly links: readonly DeskLink[];
  /** The signed-in person, with the form that signs out. */
  readonly person?: { readonly name: string; readonly signOut: ReactNode };
  readonly children: ReactNode;
}

/** The pages of the desk: wider and denser than the portal, the same parts. */
export function OfficerLayout(props: OfficerLayoutProps) {
  const t = useText('common');
  const header = (
    <header className="border-line border-b bg-surface">
      <div className="on-band bg-band text-on-band">
        <div className="mx-auto flex max-w-desk flex-wrap items-center justify-between gap-x-6 px-4 sm:px-6">
          <a
            href="/officer"
            className="flex min-h-12 items-center gap-3 text-on-band no-underline hover:text-on-band hover:underline"
          >
            <Brand />
            <span className="font-bold text-base">{props.organisation}</span>
            <span className="text-on-band-soft">{t('layout.deskService')}</span>
          </a>
          <div className="flex flex-wrap items-center gap-x-6">
            <LanguageChoice languages={props.languages} />
            {props.person && (
              <div className="no-print flex flex-wrap items-center gap-x-4">
                <span>{t('layout.signedInAs', { name: props.person.name })}</span>
                {props.person.signOut}
              </div>
            )}
          </div>
        </div>
      </div>
      {props.links.length > 0 && <DeskNavigation links={props.links} />}
    </header>
  );
  return (
    <Shell header={header} footer={<footer className="h-8" />} dense>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-desk grow px-4 py-6 sm:px-6">
        {props.children}
      </main>
    </Shell>
  );
}

function DeskNavigation(props: { links: readonly DeskLink[] }) {
  const t = useText('common');
  return (
    <nav aria-label={t('layout.main')} className="no-print mx-auto max-w-desk px-4 sm:px-6">
      <ul className="-mx-3 flex flex-wrap">
        {props.links.map(({ href, text, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className="inline-flex min-h-12 items-center border-transparent border-b-4 px-3 pt-1 no-underline hover:border-line-strong aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-ink"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
