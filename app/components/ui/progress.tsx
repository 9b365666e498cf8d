interface ProgressProps {
  readonly id: string;
  readonly label: string;
  /** Done so far; leave it out while the total is unknown. */
  readonly value?: number;
  readonly max: number;
  /** The same in words, e.g. "3 of 5 sources". */
  readonly text: string;
}

/** How far something has come, as a bar and in words. */
export function Progress(props: ProgressProps) {
  return (
    <div className="my-4 max-w-measure">
      <label htmlFor={props.id} className="font-semibold">
        {props.label}
      </label>
      <progress
        id={props.id}
        value={props.value}
        max={props.max}
        className="mt-1 block h-3 w-full appearance-none overflow-hidden rounded-sm border border-line-strong bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      <p className="mt-1 text-ink-soft text-sm">{props.text}</p>
    </div>
  );
}
