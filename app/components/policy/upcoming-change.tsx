import { useFormats, useText } from '#app/i18n/react.tsx';
import { Notice } from '../ui/notice.tsx';

/** The notice on the site that the policy promises before a material change counts. */
export function UpcomingChange({ change }: { change: { readonly effectiveFrom: string } | null }) {
  const t = useText('portal');
  const format = useFormats();
  if (!change) return null;
  return (
    <Notice title={t('policy.changes.upcoming', { date: format.date(change.effectiveFrom) })}>
      <a href="/privacy/changes">{t('policy.changes.upcomingLink')}</a>
    </Notice>
  );
}
