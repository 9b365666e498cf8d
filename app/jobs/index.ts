import { buildPackageJob, runCollectionJob } from './disclosure.ts';
import type { JobDeclaration, LoopDeclaration } from './job-declaration.ts';
import { lookUpAccountJob } from './look-up-account.ts';
import { purgeEvidenceJob, recurringJobs } from './purge.ts';
import { recomputeOpenJob } from './recompute-open.ts';
import { sealingLoop, sealStragglersJob } from './seal-entries.ts';
import { sendMailJob } from './send-mail.ts';
import { sendTransferJob } from './send-transfer.ts';

/** Every job that the worker knows, by the name under which it is added. */
export const tasks: Record<string, JobDeclaration> = {
  send_mail: sendMailJob,
  look_up_account: lookUpAccountJob,
  run_collection: runCollectionJob,
  build_package: buildPackageJob,
  send_transfer: sendTransferJob,
  seal_stragglers: sealStragglersJob,
  purge_evidence: purgeEvidenceJob,
  recompute_open: recomputeOpenJob,
  ...recurringJobs,
};

/** What the worker does besides, all the time. */
export const loops: Record<string, LoopDeclaration> = {
  seal_entries: sealingLoop(),
};
