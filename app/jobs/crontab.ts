import type { CronItem } from 'graphile-worker';

const HOUR = 60 * 60 * 1000;

/**
 * When recurring jobs are added: minute, hour, day, month, weekday in UTC. A missed turn is made up for when the
 * worker is back; one that still waits is not added twice.
 */
export const crontab: CronItem[] = [
  turn('seal_stragglers', '7 * * * *', HOUR),
  turn('resume_mails', '*/10 * * * *', HOUR),
  turn('resume_transfers', '*/10 * * * *', HOUR),
  turn('purge_packages', '13 * * * *', HOUR),
  turn('purge_short_lived', '23 * * * *', HOUR),
  turn('lapse_fees', '33 * * * *', HOUR),
  turn('expire_unproven', '17 3 * * *', 24 * HOUR),
  turn('purge_outbox', '27 3 * * *', 24 * HOUR),
  turn('purge_collected_rows', '37 3 * * *', 24 * HOUR),
  turn('purge_payloads', '47 3 * * *', 24 * HOUR),
  turn('purge_policy_notices', '52 3 * * *', 24 * HOUR),
  turn('purge_failed_jobs', '57 3 * * *', 24 * HOUR),
  turn('sweep_artifacts', '7 4 * * *', 24 * HOUR),
];

function turn(task: string, match: string, backfillPeriod: number): CronItem {
  return { task, match, options: { backfillPeriod, jobKey: `cron:${task}` }, identifier: task };
}
