/** What a scheduled job is called and when it runs; its handler lives in the slice's `jobs.ts`. */
export interface ScheduledJob {
  name: string;
  /** Five fields, in UTC. */
  cron: string;
  description: string;
  /** A run that takes longer is given up and tried again. */
  expireInSeconds: number;
  retryLimit: number;
}
