import { z } from 'zod';
import type { Ctx } from '#app/services/context.ts';
import { lapseFees } from '#app/services/fees/answer-fee.ts';
import { resumeMails } from '#app/services/mail/resume-mails.ts';
import { expireUnproven } from '#app/services/requests/expire-unproven.ts';
import { purgeCollectedRows } from '#app/services/retention/purge-collected-rows.ts';
import { purgeEvidence } from '#app/services/retention/purge-evidence.ts';
import { purgeFailedJobs } from '#app/services/retention/purge-failed-jobs.ts';
import { purgeOutbox } from '#app/services/retention/purge-outbox.ts';
import { purgePackages } from '#app/services/retention/purge-packages.ts';
import { purgePayloads } from '#app/services/retention/purge-payloads.ts';
import { purgePolicyNotices } from '#app/services/retention/purge-policy-notices.ts';
import { purgeShortLived } from '#app/services/retention/purge-short-lived.ts';
import { sweepArtifacts } from '#app/services/retention/sweep-artifacts.ts';
import { resumeTransfers } from '#app/services/transfers/resume-transfers.ts';
import { declareJob, type JobDeclaration } from './job-declaration.ts';

/** Purges the evidence of one request, when the last of its rights was closed. */
export const purgeEvidenceJob = declareJob({
  payload: z.strictObject({ requestId: z.uuid() }),
  run: async (ctx, { requestId }) => {
    await purgeEvidence(ctx, requestId);
  },
});

/** Recurring housekeeping: no payload, and each verb may run twice or be cut off anywhere. */
export const recurringJobs: Record<string, JobDeclaration> = {
  expire_unproven: recurring(expireUnproven),
  lapse_fees: recurring(lapseFees),
  resume_mails: recurring(resumeMails),
  resume_transfers: recurring(resumeTransfers),
  purge_short_lived: recurring(purgeShortLived),
  purge_outbox: recurring(purgeOutbox),
  purge_packages: recurring(purgePackages),
  purge_collected_rows: recurring(purgeCollectedRows),
  purge_payloads: recurring(purgePayloads),
  purge_policy_notices: recurring(purgePolicyNotices),
  purge_failed_jobs: recurring(purgeFailedJobs),
  sweep_artifacts: recurring(sweepArtifacts),
};

function recurring(verb: (ctx: Ctx) => Promise<unknown>): JobDeclaration {
  return declareJob({
    payload: z.strictObject({}),
    run: async (ctx) => {
      ctx.log.info({ done: await verb(ctx) }, 'housekeeping done');
    },
  });
}
