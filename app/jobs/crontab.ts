import type { CronItem } from 'graphile-worker';

/** When recurring jobs are added: minute, hour, day, month, weekday in UTC. A missed turn is made up for within an hour. */
export const crontab: CronItem[] = [];
