import type { ZodType, z } from 'zod';
import type { Ctx } from '#app/services/context.ts';

/** One try of a job. */
export interface Attempt {
  /** 1 on the first try. */
  number: number;
  /** Whether a failure now is final. */
  last: boolean;
  /** Fires when the worker is asked to stop: end at the next point from which a later try can go on. */
  signal: AbortSignal;
}

/** Work that the worker does: the shape of its payload (ids only) and what is done. Throwing means: try again. */
export interface JobDeclaration<Payload extends ZodType = ZodType> {
  payload: Payload;
  run: (ctx: Ctx, payload: z.output<Payload>, attempt: Attempt) => Promise<void>;
}

/** Declares a job, so that `run` knows the type of its payload. */
export const declareJob = <Payload extends ZodType>(job: JobDeclaration<Payload>): JobDeclaration =>
  job as unknown as JobDeclaration;

/** Work that is done again and again at an interval too short for a crontab, e.g. sealing the log. */
export interface LoopDeclaration {
  /** Milliseconds between the end of one turn and the beginning of the next. */
  every: number;
  run: (ctx: Ctx) => Promise<void>;
}
