import { z } from 'zod';
import { sendMail } from '#app/services/mail/send-mail.ts';
import { declareJob } from './job-declaration.ts';

/** Sends one mail of the outbox; a failing server is tried again by the queue with growing pauses. */
export const sendMailJob = declareJob({
  payload: z.strictObject({ mailId: z.uuid() }),
  run: async (ctx, { mailId }, { last }) => {
    const outcome = await sendMail(ctx, mailId, { last });
    if (outcome === 'gave_up') ctx.log.error({ mail: mailId }, 'mail given up; it stays in the outbox');
  },
});
