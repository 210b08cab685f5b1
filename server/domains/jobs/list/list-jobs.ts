import { sql } from "drizzle-orm";
import type { Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { literally } from "#server/platform/list/text-search.ts";
import { jobList } from "#server/platform/queue/job-list.ts";
import { JOB_FIELDS, type JobPage, type ListJobsInput } from "./schema.ts";

export const jobColumns = {
  id: jobList.id,
  queue: jobList.queue,
  state: jobList.state,
  priority: jobList.priority,
  attempts: jobList.attempts,
  createdAt: jobList.createdAt,
  startAfter: jobList.startAfter,
  startedAt: jobList.startedAt,
  endedAt: jobList.endedAt,
  seconds: jobList.seconds,
};

const list = defineList({
  name: "jobs",
  table: jobList,
  id: jobList.id,
  fields: JOB_FIELDS,
  columns: {
    state: jobList.state,
    queue: jobList.queue,
    data: jobList.data,
    createdAt: jobList.createdAt,
    attempts: jobList.attempts,
    seconds: jobList.seconds,
  },
  row: jobColumns,
  search: (text) => {
    const pattern = `%${literally(text)}%`;
    return sql`(${jobList.queue} ilike ${pattern} or ${jobList.id}::text ilike ${pattern} or (${jobList.data} -> 'payload')::text ilike ${pattern})`;
  },
});

/** One page of the jobs of every queue. */
export async function listJobs(
  services: Pick<Services, "db" | "replicas" | "now">,
  input: ListJobsInput,
): Promise<JobPage> {
  return (await readList(services, list, { input })) as JobPage;
}
