import { z } from 'zod';
import {
  INSTRUCTED_PROCESSING,
  INSTRUCTION_SCOPES,
  INSTRUCTION_WISHES,
  type Instruction,
} from '#app/domain/instructions/instruction.ts';
import { chosenOf, textBlock, textLine, ticked } from './form-fields.ts';

/** The questions about instructions, as the form sends them. */
const fields = {
  scope: z.enum(INSTRUCTION_SCOPES),
  processing: chosenOf(INSTRUCTED_PROCESSING).optional(),
  wish: z.enum(INSTRUCTION_WISHES),
  words: textBlock(4000).optional(),
  designeeName: textLine(200).optional(),
  designeeContact: textLine(200).optional(),
  specificConsent: ticked().optional(),
};

type Given = z.infer<z.ZodObject<typeof fields>>;

/** A form about instructions, with whatever else its page asks. What belongs together is missing together. */
export function instructionForm<Extra extends z.ZodRawShape>(extra: Extra) {
  return z.object({ ...fields, ...extra }).superRefine((form, context) => {
    const given = form as unknown as Given;
    const refuse = (path: keyof Given, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (given.scope === 'specific' && !given.processing) refuse('processing', 'required_choice');
    if (given.scope === 'specific' && !given.specificConsent) refuse('specificConsent', 'consent_needed');
    if (given.designeeContact && !given.designeeName) refuse('designeeName', 'required');
    if (given.designeeName && !given.designeeContact) refuse('designeeContact', 'required');
  });
}

/** What the service is handed. */
export function instructionOf(given: Given): Instruction {
  const { scope, wish, processing, words, designeeName, designeeContact, specificConsent } = given;
  return {
    scope,
    wish,
    processing: processing ?? [],
    words: words ?? '',
    designee: designeeName && designeeContact ? { name: designeeName, contact: designeeContact } : null,
    specificConsent: specificConsent === 'on',
  };
}

/** The form filled in with a wording; a consent is given anew for each. */
export function instructionValues({ designee, processing, scope, wish, words }: Instruction) {
  return {
    scope,
    wish,
    processing: [...processing],
    words,
    designeeName: designee?.name,
    designeeContact: designee?.contact,
  };
}
