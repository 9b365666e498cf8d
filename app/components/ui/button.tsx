import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { classes } from './classes.ts';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'link';

const SHAPE =
  'inline-flex items-center justify-center gap-2 rounded-md border-2 px-5 py-2 min-h-11 font-semibold text-base leading-snug no-underline cursor-pointer text-center';
const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong hover:text-on-accent',
  secondary: 'bg-surface text-accent border-accent hover:bg-accent-soft hover:text-accent-strong',
  danger: 'bg-danger text-on-danger border-transparent hover:bg-danger-strong hover:text-on-danger',
  link: 'border-transparent px-1 text-accent underline underline-offset-4 hover:text-accent-strong hover:decoration-2',
};

/** The classes of a button; for elements that only look like one. */
export function buttonClass(look: ButtonLook = 'primary', extra?: string): string {
  return classes(SHAPE, LOOKS[look], 'disabled:opacity-60 disabled:cursor-not-allowed', extra);
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook };

/** Sends the form that it stands in. `danger` is for what cannot be undone. */
export function Button({ look, className, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; look?: ButtonLook };

/** A link that starts something, with the look of a button; it stays a link to assistive technology. */
export function ButtonLink({ look, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={buttonClass(look, className)} {...rest}>
      {children}
    </a>
  );
}

/** Buttons side by side, below each other on a phone. */
export function ButtonRow(props: { children: React.ReactNode }) {
  return (
    <div className="mt-8 flex flex-wrap items-center gap-3 max-sm:flex-col max-sm:items-stretch">
      {props.children}
    </div>
  );
}
