import type { i18n as I18n } from 'i18next';
import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { type Formats, formats } from './format.ts';
import { moneyText } from './money.ts';
import type { Namespace, Translate } from './text.ts';
import type { UsedTexts } from './text-files.ts';

interface TextSource {
  readonly instance: I18n;
  readonly used?: UsedTexts | undefined;
}

const TextContext = createContext<TextSource | undefined>(undefined);

/**
 * Hands the reader's language to the components below it.
 * @param props.used notes what they say, on the server; in the browser it names what was fetched
 */
export function TextProvider(props: TextSource & { children: ReactNode }) {
  const { instance, used, children } = props;
  return <TextContext.Provider value={{ instance, used }}>{children}</TextContext.Provider>;
}

function useSource(): TextSource {
  const source = useContext(TextContext);
  if (!source) throw new Error('useText needs a TextProvider above it');
  return source;
}

/** Marks {@link TextFiles} in the document. */
export const TEXT_FILES = 'text-files';

/** Tells the browser which texts this page was made from. Stands behind everything that has any. */
export function TextFiles() {
  const files = useSource().used?.files() ?? [];
  return <template id={TEXT_FILES} data-files={files.join(' ')} />;
}

/** The texts of one namespace: `const t = useText('portal'); t('home.title')`. `t('common:back')` reaches another. */
export function useText(namespace: Namespace = 'common'): Translate {
  const { instance, used } = useSource();
  const say = instance.getFixedT(null, namespace) as unknown as Translate;
  if (!used) return say;
  return (key, params) => {
    used.note(namespace, key);
    return say(key, params);
  };
}

/** The reader's language tag. */
export function useLocale(): string {
  return useSource().instance.language;
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
