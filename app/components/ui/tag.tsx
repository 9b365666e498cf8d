import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type TagTone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

const TONES: Record<TagTone, string> = {
  neutral: 'bg-sunken text-ink border-line-strong',
  accent: 'bg-accent-soft text-accent border-accent',
  info: 'bg-info-soft text-info border-info',
  success: 'bg-success-soft text-success border-success',
  warning: 'bg-warning-soft text-warning border-warning',
  danger: 'bg-danger-soft text-danger border-danger',
};

/** A short state in words; the colour only repeats them. */
export function Tag(props: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'tag inline-block rounded-sm border px-2 py-px font-semibold text-sm leading-normal whitespace-nowrap',
        TONES[props.tone ?? 'neutral'],
      )}
    >
      {props.children}
    </span>
  );
}

/** A Tag whose tone comes from a table of states, so that one state looks the same on every page. */
export function StatusTag<State extends string>(props: {
  state: State;
  tones: Readonly<Record<State, TagTone>>;
  children: ReactNode;
}) {
  return <Tag tone={props.tones[props.state]}>{props.children}</Tag>;
}
