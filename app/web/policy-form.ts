import { z } from 'zod';
import { SUMMARY_LENGTH, VERSION_NAME } from '#app/services/policy/publish-version.ts';
import { calendarDate, textBlock, textLine, ticked } from './form-fields.ts';

/** The fields of the page that publishes a version, in its order; one pair of texts for each language on offer. */
export function newVersionForm(tags: readonly string[]) {
  const text = z.object({
    summary: textBlock(SUMMARY_LENGTH),
    url: textLine(500).pipe(z.url({ protocol: /^https$/, error: 'invalid_https' })),
  });
  return z.object({
    name: textLine(32).pipe(z.string().regex(VERSION_NAME, 'invalid_format')),
    effectiveFrom: calendarDate(),
    material: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
    texts: z.object(Object.fromEntries(tags.map((tag) => [tag, text]))),
    sure: ticked(),
  });
}
