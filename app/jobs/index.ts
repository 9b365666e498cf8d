import type { JobDeclaration, LoopDeclaration } from './job-declaration.ts';

/** Every job that the worker knows, by the name under which it is added. */
export const tasks: Record<string, JobDeclaration> = {};

/** What the worker does besides, all the time. */
export const loops: Record<string, LoopDeclaration> = {};
