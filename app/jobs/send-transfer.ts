import { z } from 'zod';
import { sendTransfer } from '#app/services/transfers/send-transfer.ts';
import { declareJob } from './job-declaration.ts';

/** Sends one released package to another controller; one that cannot be reached is tried again by the queue. */
export const sendTransferJob = declareJob({
  payload: z.strictObject({ transferId: z.uuid() }),
  run: (ctx, { transferId }, { last, signal }) => sendTransfer(ctx, { transferId }, { last, signal }),
});
