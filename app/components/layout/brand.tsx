/** Two brackets that hold a figure: what is kept about a person, held out to them. */
export function Brand() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-8 shrink-0">
      <path
        d="M10 5H5v22h5M22 5h5v22h-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="square"
      />
      <path d="M12 10v12M20 10v12M12 16h8" fill="none" stroke="currentColor" strokeWidth="2.4" />
    </svg>
  );
}
