import encodeQr from 'qr';

/** A QR code as it is drawn: modules a side, and the outline of the dark ones as an SVG path. */
export interface QrModules {
  readonly side: number;
  readonly path: string;
}

/** Modules of quiet zone around it (ISO/IEC 18004: four). */
const BORDER = 4;

/** The QR code of a text, with error correction M: 15 % may be unreadable. */
export function qrModules(text: string): QrModules {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: BORDER });
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { side: rows.length, path: dark.join('') };
}
