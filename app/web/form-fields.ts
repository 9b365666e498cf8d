import { z } from 'zod';
import { latinDigits } from './date-parts.ts';

/** One line of text, trimmed and composed (NFC). @param max characters */
export function textLine(max: number) {
  return z
    .string()
    .refine((text) => !/[\r\n\t]/.test(text), 'line_break')
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max));
}

/** Several lines of text; line ends as the web sends them become single line feeds. @param max characters */
export function textBlock(max: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1).max(max));
}

/** An e-mail address as it was typed, without the spaces around it. */
export function emailAddress() {
  return z.string().trim().max(254).pipe(z.email());
}

/** A one-time code; spaces and hyphens between the digits are forgiven, and digits of other scripts read. */
export function oneTimeCode(digits = 6) {
  return z
    .string()
    .max(100)
    .transform((text) => latinDigits(text).replace(/[\s-]/g, ''))
    .refine((code) => new RegExp(`^\\d{${digits}}$`).test(code), {
      error: 'invalid_code',
      params: { digits },
    });
}

/** One or several of the values offered under one name of checkboxes. */
export function chosenOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.array(z.enum(values)).min(1).max(values.length);
}

/** A statement that was ticked. @param code what is said when it was not */
export function ticked(code?: string) {
  return z.literal('on', code);
}

/** The date of a DateField, which `readForm` joins from its three boxes, as YYYY-MM-DD. */
export function calendarDate() {
  return z.iso.date();
}
