import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface CardProps {
  readonly title?: ReactNode;
  /** The heading's level, by where the card stands. */
  readonly level?: 2 | 3 | 4;
  /** Makes the title a link, and the whole card its target. */
  readonly href?: string;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
}

/** One thing among several of its kind. */
export function Card({ title, level = 2, href, children, footer }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <section
      className={classes(
        'relative rounded-md border border-line bg-surface p-5',
        href && 'hover:border-accent focus-within:border-accent',
      )}
    >
      {title && (
        <Heading className="font-bold text-lg">
          {href ? (
            <a href={href} className="after:absolute after:inset-0">
              {title}
            </a>
          ) : (
            title
          )}
        </Heading>
      )}
      {children && <div className="prose [&:not(:first-child)]:mt-2">{children}</div>}
      {footer && <div className="mt-4 border-line border-t pt-3">{footer}</div>}
    </section>
  );
}
