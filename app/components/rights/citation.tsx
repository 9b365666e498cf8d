import type { Confidence } from '#app/domain/rules/confidence.ts';
import { useText } from '#app/i18n/react.tsx';
import { classes } from '../ui/classes.ts';

/** Anything that says where it is written and how sure we are of it. */
export interface Cited {
  readonly citation: string;
  readonly confidence: Confidence;
}

/** Where a fact is written; marked when it is less than certain. */
export function Citation({ source, className }: { source: Cited; className?: string }) {
  return (
    <span className={classes('block text-ink-soft text-sm', className)}>
      <cite className="not-italic">
        <bdi>{source.citation}</bdi>
      </cite>
      <Doubt confidence={source.confidence} />
    </span>
  );
}

/** A word for what is less than certain; nothing for what is certain. */
export function Doubt({ confidence }: { confidence: Confidence }) {
  const t = useText('explorer');
  if (confidence === 'certain') return null;
  return (
    <>
      {' '}
      <span className={confidence === 'unsure' ? 'font-semibold text-warning' : 'italic'}>
        ({t(`doubt.${confidence}`)})
      </span>
    </>
  );
}
