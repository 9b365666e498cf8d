import { z } from 'zod';
import { RIGHTS } from '../rights/data-subject-right.ts';
import { cited } from './confidence.ts';

/** What a law itself calls one of its rights. The same in every reader's language, so it is data and no translation. */
export const localNameSchema = z.strictObject({
  right: z.enum(RIGHTS),
  /** BCP 47 tag of the language of the text. */
  lang: z.string().regex(/^[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language tag, e.g. zh-Hant or pt-BR'),
  /** The words of the statute, in the script of its language. */
  term: z.string().min(1),
  ...cited,
});
export type LocalName = z.infer<typeof localNameSchema>;
