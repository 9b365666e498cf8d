interface ShareRingProps {
  /** Between 0 and 1. */
  readonly share: number;
  /** The share as the reader writes it. */
  readonly text: string;
  /** The figures behind it, in words. */
  readonly label: string;
}

const RADIUS = 40;
const ROUND = 2 * Math.PI * RADIUS;

/** A share as a ring that fills clockwise; the words beside it say the same. */
export function ShareRing({ share, text, label }: ShareRingProps) {
  return (
    <div className="flex items-center gap-4">
      <svg viewBox="0 0 100 100" aria-hidden="true" className="size-24 shrink-0">
        <circle cx="50" cy="50" r={RADIUS} fill="none" strokeWidth="12" className="stroke-sunken" />
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          fill="none"
          strokeWidth="12"
          strokeDasharray={`${ROUND * share} ${ROUND}`}
          transform="rotate(-90 50 50)"
          className="stroke-accent"
        />
      </svg>
      <p>
        <strong className="figures block text-2xl">{text}</strong>
        <span className="text-ink-soft">{label}</span>
      </p>
    </div>
  );
}
