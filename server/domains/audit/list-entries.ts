import { and } from "drizzle-orm";
import { auditEntries } from "#db/schema/audit.ts";
import type { Actor, Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { type FilterNode, membersOf } from "#server/platform/list/schema.ts";
import { hideStrangers, whereActorIsKnown, whereMayFind, whereMayRead } from "./policy.ts";
import { entryColumns } from "./queries.ts";
import { AUDIT_FIELDS, type AuditLogPage, type ListAuditInput } from "./schema.ts";

const auditList = defineList({
  name: "audit",
  table: auditEntries,
  id: auditEntries.id,
  fields: AUDIT_FIELDS,
  columns: {
    at: auditEntries.at,
    action: auditEntries.action,
    actorKind: auditEntries.actorKind,
    actorId: auditEntries.actorId,
    impersonatorId: auditEntries.impersonatorId,
    subjectType: auditEntries.subjectType,
    subjectId: auditEntries.subjectId,
  },
  row: entryColumns,
});

/** One page of the log, as far as the reader may know of it. */
export async function listEntries(
  services: Pick<Services, "db" | "replicas" | "now">,
  input: ListAuditInput,
  reader: Actor | undefined,
): Promise<AuditLogPage> {
  const isActorKnown = asksWho(input.filter) ? whereActorIsKnown(reader) : undefined;
  const where = and(whereMayRead(reader), isActorKnown);
  const isFound = await whereMayFind(services.db, reader);
  const found = isFound && and(isFound, isActorKnown);
  const page = await readList(services, auditList, { input, where, found });
  return { ...page, items: await hideStrangers(services.db, reader, page.items) };
}

const WHO: unknown[] = ["actorId", "impersonatorId"] satisfies (keyof typeof AUDIT_FIELDS)[];

function asksWho(filter: FilterNode | undefined): boolean {
  if (!filter) return false;
  const members = membersOf(filter);
  return members ? members.some(asksWho) : "field" in filter && WHO.includes(filter.field);
}
