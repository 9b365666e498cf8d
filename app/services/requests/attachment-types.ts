/** A kind of file that a subject may attach; told by its first bytes, never by its name or by what the browser says. */
interface Accepted {
  readonly mediaType: string;
  readonly extension: string;
  readonly fits: (bytes: Uint8Array) => boolean;
}

const starts =
  (...signature: number[]) =>
  (bytes: Uint8Array) =>
    signature.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array, from: number, word: string) =>
  [...word].every((letter, index) => bytes[from + index] === letter.charCodeAt(0));

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Plain text: UTF-8 without controls, and no markup, so that nothing that a program would run passes for a text. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.length > 0 && !CONTROLS.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}

const ACCEPTED: readonly Accepted[] = [
  { mediaType: 'application/pdf', extension: 'pdf', fits: (bytes) => ascii(bytes, 0, '%PDF-') },
  { mediaType: 'image/png', extension: 'png', fits: starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { mediaType: 'image/jpeg', extension: 'jpg', fits: starts(0xff, 0xd8, 0xff) },
  {
    mediaType: 'image/webp',
    extension: 'webp',
    fits: (bytes) => ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP'),
  },
  { mediaType: 'text/plain', extension: 'txt', fits: isText },
];

/** For the `accept` attribute of a file field. */
export const ACCEPTED_EXTENSIONS = ACCEPTED.map(({ extension }) => `.${extension}`).join(',');
/** For people. */
export const ACCEPTED_NAMES = ACCEPTED.map(({ extension }) => extension.toUpperCase());

/** The media type of a file by its content; null when files of this kind are not taken. */
export function sniffMediaType(bytes: Uint8Array): string | null {
  return ACCEPTED.find(({ fits }) => fits(bytes))?.mediaType ?? null;
}
