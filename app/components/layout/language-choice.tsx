import { useLocation, useMatches } from '@remix-run/react';
import { useLocale, useText } from '#app/i18n/react.tsx';
import type { Language } from '#app/i18n/text.ts';
import { classes } from '../ui/classes.ts';
import { PAGE_FORM } from './page-form.tsx';

const LINK = 'inline-flex min-h-11 cursor-pointer items-center px-1.5 underline underline-offset-4';

/**
 * The languages, each named in itself. On a page with a form (`handle.keepsForm`) each is a button that submits the
 * form with all that was typed to the same page in the other language, which only shows it again; elsewhere a link.
 */
export function LanguageChoice(props: { languages: readonly Language[]; className?: string }) {
  const t = useText('common');
  const current = useLocale();
  const { pathname, search } = useLocation();
  const keepsForm = useMatches().some(({ handle }) => (handle as { keepsForm?: boolean })?.keepsForm);
  return (
    <nav aria-label={t('layout.language')} className={classes('no-print', props.className)}>
      <ul className="flex flex-wrap gap-x-3">
        {props.languages.map(({ tag, name, dir }) => (
          <li key={tag}>
            {tag === current ? (
              <span
                lang={tag}
                dir={dir}
                aria-current="true"
                className="inline-flex min-h-11 items-center px-1.5 font-semibold"
              >
                {name}
              </span>
            ) : keepsForm ? (
              <button
                type="submit"
                form={PAGE_FORM}
                formAction={addressIn(tag, pathname, search)}
                formMethod="post"
                formNoValidate
                lang={tag}
                dir={dir}
                className={LINK}
              >
                {name}
              </button>
            ) : (
              <a
                href={addressIn(tag, pathname, search)}
                lang={tag}
                hrefLang={tag}
                dir={dir}
                className={classes(LINK, 'text-current')}
              >
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressIn(tag: string, pathname: string, search: string): string {
  const params = new URLSearchParams(search);
  params.set('_lang', tag);
  return `${pathname}?${params}`;
}
