import { and } from "drizzle-orm";
import { auditEntries } from "#db/schema/audit.ts";
import type { Actor, Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { type FilterNode, membersOf } from "#server/platform/list/schema.ts";
import { hideStrangers, whereActorIsKnown, whereMayRead } from "./policy.ts";
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
  const asksForActor = input.filter && mentions(input.filter, "actorId");
  const where = and(whereMayRead(reader), asksForActor ? whereActorIsKnown(reader) : undefined);
  const page = await readList(services, auditList, { input, where });
  return { ...page, items: await hideStrangers(services.db, reader, page.items) };
}

function mentions(filter: FilterNode, field: string): boolean {
  const members = membersOf(filter);
  if (members) return members.some((member) => mentions(member, field));
  return "field" in filter && filter.field === field;
}
