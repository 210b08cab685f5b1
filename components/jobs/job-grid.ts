import { createGridSearch } from "#components/data-grid/grid-search.ts";
import { JOB_FIELDS, type JobFilter } from "#server/domains/jobs/list/schema.ts";

export const jobGrid = createGridSearch(JOB_FIELDS, [{ field: "createdAt", direction: "desc" }]);

/** The list of the jobs of one queue. */
export function hrefOfQueue(queue: string): string {
  const filter: JobFilter = { field: "queue", operator: "is", value: queue };
  return `/jobs/list?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
