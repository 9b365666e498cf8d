/**
 * A QR code as a picture. Dark on light in either theme, since many readers do not take the reverse; what it holds must
 * stand beside it as text.
 * @param label what it holds, for whoever cannot see it
 */
export function QrCode({ side, path, label }: { side: number; path: string; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="block h-auto w-full max-w-60"
    >
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
