import type { i18n as I18n } from 'i18next';
import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { type Formats, formats } from './format.ts';
import { moneyText } from './money.ts';
import type { Namespace, Translate } from './text.ts';

const TextContext = createContext<I18n | undefined>(undefined);

/** Hands the reader's language to the components below it. */
export function TextProvider(props: { instance: I18n; children: ReactNode }) {
  return <TextContext.Provider value={props.instance}>{props.children}</TextContext.Provider>;
}

function useInstance(): I18n {
  const instance = useContext(TextContext);
  if (!instance) throw new Error('useText needs a TextProvider above it');
  return instance;
}

/** The texts of one namespace: `const t = useText('portal'); t('home.title')`. `t('common:back')` reaches another. */
export function useText(namespace: Namespace = 'common'): Translate {
  return useInstance().getFixedT(null, namespace) as unknown as Translate;
}

/** The reader's language tag. */
export function useLocale(): string {
  return useInstance().language;
}

/** Dates, numbers and lists as the reader writes them. */
export function useFormats(): Formats {
  return formats(useLocale());
}

/** Writes an amount in hundredths of its currency. */
export function useMoney(): (fee: { amountMinor: number; currency: string }) => string {
  const locale = useLocale();
  return (fee) => moneyText(locale, fee);
}

/**
 * A text with marked parts: `RichText text={t('x')} parts={{ link: (inner) => <a href="/x">{inner}</a> }}` for
 * "Read the <link>notice</link>". Marks do not nest; an unknown mark shows its inner text.
 */
export function RichText(props: { text: string; parts: Record<string, (inner: string) => ReactNode> }) {
  const pieces = props.text.split(/(<(\w+)>.*?<\/\2>)/gs);
  const nodes: ReactNode[] = [];
  for (let index = 0; index < pieces.length; index += 3) {
    nodes.push(pieces[index]);
    const mark = /^<(\w+)>(.*)<\/\1>$/s.exec(pieces[index + 1] ?? '');
    if (mark) {
      const [, name = '', inner = ''] = mark;
      nodes.push(<Fragment key={index}>{props.parts[name]?.(inner) ?? inner}</Fragment>);
    }
  }
  return <>{nodes}</>;
}
