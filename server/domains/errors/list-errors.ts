import { sql } from "drizzle-orm";
import { errorGroups } from "#db/schema/errors.ts";
import type { Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { literally } from "#server/platform/list/text-search.ts";
import { ERROR_FIELDS, type ErrorPage, type ListErrorsInput } from "./schema.ts";

export const groupColumns = {
  id: errorGroups.id,
  kind: errorGroups.kind,
  place: errorGroups.place,
  name: errorGroups.name,
  message: errorGroups.message,
  count: errorGroups.count,
  firstSeenAt: errorGroups.firstSeenAt,
  lastSeenAt: errorGroups.lastSeenAt,
  status: errorGroups.status,
};

const list = defineList({
  name: "errors",
  table: errorGroups,
  id: errorGroups.id,
  fields: ERROR_FIELDS,
  columns: {
    status: errorGroups.status,
    kind: errorGroups.kind,
    lastSeenAt: errorGroups.lastSeenAt,
    firstSeenAt: errorGroups.firstSeenAt,
    count: errorGroups.count,
  },
  row: groupColumns,
  search: (text) => {
    const pattern = `%${literally(text)}%`;
    return sql`(${errorGroups.place} || ' ' || ${errorGroups.name} || ' ' || ${errorGroups.message}) ilike ${pattern}`;
  },
});

/** One page of the groups. */
export async function listErrors(
  services: Pick<Services, "db" | "replicas" | "now">,
  input: ListErrorsInput,
): Promise<ErrorPage> {
  return (await readList(services, list, { input })) as ErrorPage;
}
