import { useFormats, useText } from '#app/i18n/react.tsx';
import { Words } from './decision-panel.tsx';

/** A notice as the data subject will read it, in their language; it is sent in these very words. */
export function NoticePreview({ notice, locale }: { notice: string; locale: string }) {
  const t = useText('officer');
  const format = useFormats();
  return (
    <section aria-labelledby="preview-heading" className="mt-8">
      <h2 id="preview-heading" className="font-bold text-lg">
        {t('preview.heading')}
      </h2>
      <p className="text-ink-soft">{t('preview.language', { language: format.language(locale) })}</p>
      <div lang={locale} className="mt-2 rounded-md border-2 border-line-strong bg-surface p-5">
        <Words text={notice} />
      </div>
      <input type="hidden" name="previewed" value={notice} />
    </section>
  );
}
