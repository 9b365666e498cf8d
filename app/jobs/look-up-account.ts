import { z } from 'zod';
import { sendCodeToAddressOnFile } from '#app/services/identity/address-on-file.ts';
import { declareJob } from './job-declaration.ts';

/** Finds the address that stands beside a claimed account and mails a code there. */
export const lookUpAccountJob = declareJob({
  payload: z.strictObject({ requestId: z.uuid() }),
  run: (ctx, payload) => sendCodeToAddressOnFile(ctx, payload),
});
