import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const TONES: Record<NoticeTone, string> = {
  info: 'border-info bg-info-soft',
  success: 'border-success bg-success-soft',
  warning: 'border-warning bg-warning-soft',
  danger: 'border-danger bg-danger-soft',
};

interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  /** Read out at once when it appears: `status` politely, `alert` at once. */
  readonly role?: 'status' | 'alert' | 'note';
  readonly children?: ReactNode;
}

/** Something to know before going on. The title carries the meaning; the colour only repeats it. */
export function Notice({ tone = 'info', title, role, children }: NoticeProps) {
  return (
    <div
      role={role}
      className={classes('notice my-6 max-w-measure rounded-md border-s-6 px-5 py-4', TONES[tone])}
    >
      {title && <p className="font-bold">{title}</p>}
      {children && <div className="prose [&:not(:first-child)]:mt-1">{children}</div>}
    </div>
  );
}
