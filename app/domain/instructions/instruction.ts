import { z } from 'zod';

/** General instructions concern all data; specific ones the processing that they name (LIL art. 85 I). */
export const INSTRUCTION_SCOPES = ['general', 'specific'] as const;
export type InstructionScope = (typeof INSTRUCTION_SCOPES)[number];

/** What can be instructed: retention, erasure, communication. */
export const INSTRUCTION_WISHES = ['keep', 'erase', 'hand_over'] as const;
export type InstructionWish = (typeof INSTRUCTION_WISHES)[number];

/** The processing that specific instructions can name. */
export const INSTRUCTED_PROCESSING = ['account', 'purchases', 'support', 'usage', 'marketing'] as const;
export type InstructedProcessing = (typeof INSTRUCTED_PROCESSING)[number];

/** Who asks after the death: the person designated, or, where none acts, an heir. */
export const ACTIVATION_CLAIMANTS = ['designee', 'heir'] as const;
export type ActivationClaimant = (typeof ACTIVATION_CLAIMANTS)[number];

export const DEATH_EVIDENCE = ['death_certificate', 'civil_register_entry', 'court_declaration'] as const;
export type DeathEvidence = (typeof DEATH_EVIDENCE)[number];

const LINE = 200;
const TEXT = 4000;

/** One wording of the instructions. */
export const instructionSchema = z
  .strictObject({
    scope: z.enum(INSTRUCTION_SCOPES),
    processing: z.array(z.enum(INSTRUCTED_PROCESSING)).max(INSTRUCTED_PROCESSING.length),
    wish: z.enum(INSTRUCTION_WISHES),
    words: z.string().trim().max(TEXT),
    /** Who sees to it; null: the heirs. */
    designee: z
      .strictObject({
        name: z.string().trim().min(1).max(LINE),
        contact: z.string().trim().min(1).max(LINE),
      })
      .nullable(),
    /** Given for these instructions by themselves; accepting terms of service never counts (LIL art. 85 I). */
    specificConsent: z.boolean(),
  })
  .superRefine((given, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (given.scope === 'specific' && given.processing.length === 0) refuse('processing', 'required_choice');
    if (given.scope === 'specific' && !given.specificConsent) refuse('specificConsent', 'consent_needed');
  });
export type Instruction = z.infer<typeof instructionSchema>;

/** What is kept of a wording: general instructions name no processing and rest on no specific consent. */
export function settledInstruction(given: Instruction): Instruction {
  return given.scope === 'general' ? { ...given, processing: [], specificConsent: false } : given;
}
