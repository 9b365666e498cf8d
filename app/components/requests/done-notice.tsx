import { useText } from '#app/i18n/react.tsx';
import { Notice } from '../ui/notice.tsx';

interface DoneNoticeProps {
  /** What the subject just did. */
  readonly done:
    | 'answered'
    | 'withdrawn'
    | 'objected'
    | 'address'
    | 'account'
    | 'evidence'
    | 'appeal'
    | 'dispute'
    | 'transfer'
    | null;
  /** The subject just confirmed the address. */
  readonly confirmed: boolean;
  readonly found: {
    readonly contactVerified: boolean;
    readonly filedFor: string;
    readonly items: readonly { readonly officerChecks: boolean }[];
  };
}

/** Confirms what was done, on the page that it led to. */
export function DoneNotice({ done, confirmed, found }: DoneNoticeProps) {
  const t = useText('portal');
  if (done) {
    return (
      <Notice tone="success" role="status" title={t(`case.done.${done}.title`)}>
        {t(`case.done.${done}.body`)}
      </Notice>
    );
  }
  if (!confirmed || !found.contactVerified) return null;
  const behalf = found.filedFor !== 'self';
  const checks = found.items.some(({ officerChecks }) => officerChecks);
  const next = behalf ? 'behalf' : checks ? 'officer' : 'started';
  return (
    <Notice tone="success" role="status" title={t('filing.confirm.done.title')}>
      {t(`filing.confirm.done.${next}`)}
    </Notice>
  );
}
