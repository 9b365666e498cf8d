import type { ReactNode } from 'react';
import { useText } from '#app/i18n/react.tsx';
import { type UiText, UiTextProvider } from '../ui/ui-text.tsx';

/** What every page has: the way past the navigation, and the words of the components. */
export function Shell(props: { header: ReactNode; footer: ReactNode; dense?: boolean; children: ReactNode }) {
  const t = useText('common');
  return (
    <UiTextProvider text={useComponentText()}>
      <div className={props.dense ? 'flex min-h-dvh flex-col text-sm' : 'flex min-h-dvh flex-col'}>
        <a
          href="#main"
          className="skip-link sr-only bg-surface px-4 py-3 font-semibold focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10"
        >
          {t('layout.skip')}
        </a>
        {props.header}
        {props.children}
        {props.footer}
      </div>
    </UiTextProvider>
  );
}

function useComponentText(): UiText {
  const t = useText('common');
  const names = ['error', 'optional', 'back', 'copy', 'copied', 'previous', 'next', 'errorSummary'] as const;
  const parts = ['day', 'month', 'year'] as const;
  return Object.fromEntries([...names, ...parts].map((name) => [name, t(`ui.${name}`)])) as unknown as UiText;
}
