import { and, asc, desc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { eventPending, events } from "#db/schema/events.ts";
import { users } from "#db/schema/users.ts";
import type { Services } from "#server/platform/context.ts";
import { EVENT_CHANNEL, type EventSource } from "#server/platform/events/bus.ts";
import type { Happening, StoredEvent } from "#server/platform/events/event.ts";
import type { Cause } from "#server/platform/queue/envelope.ts";
import { enqueueFollowers, type PublishedEvent, type Topic } from "./topics.ts";

/** Any constant: what matters is that every process of this product takes the same lock. */
const LOCK_KEY = 7_246_252_333;
const BATCH = 1_000;

type AuditEntry = typeof auditEntries.$inferSelect;

interface Options extends Pick<Services, "db" | "queue"> {
  /** Which jobs follow from which events. */
  topics: readonly Topic[];
}

/** The events of the database: one publisher at a time, whichever process it is in. */
export function createEventSource({ db, queue, topics }: Options): EventSource {
  async function publishBatch(): Promise<number> {
    return db.transaction(async (tx) => {
      // The statements that follow see whatever was committed before the lock was given.
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`);
      const published = await takePending(tx);
      await enqueueFollowers(tx, { queue, topics, published });
      return published.length;
    });
  }

  return {
    async publish() {
      const [first] = await db
        .select({ number: eventPending.number })
        .from(eventPending)
        .orderBy(asc(eventPending.number))
        .limit(1);
      return first !== undefined && (await publishBatch()) === BATCH;
    },
    readAfter: (position, limit) => selectEvents(db, position).limit(limit),
    async readHead() {
      const [newest] = await db
        .select({ position: events.position })
        .from(events)
        .orderBy(desc(events.position))
        .limit(1);
      return newest?.position ?? 0;
    },
  };
}

/** An event, its jobs and its place in the order are committed together, and the entry is no longer pending. */
async function takePending(tx: Transaction): Promise<PublishedEvent[]> {
  const rows = await tx.execute<Row>(sql`
    with due as (
      delete from ${eventPending} where number in (
        select number from ${eventPending} order by number limit ${BATCH})
      returning number, entry_id
    ), entry as (
      select due.number, found.* from due join ${auditEntries} as found on found.id = due.entry_id
    ), told as (
      insert into ${events} (entry_id, name, subject_type, subject_id, actor_id, at)
      select id, action, subject_type, subject_id, actor_id, at from entry order by number
      returning position, entry_id
    ), notified as (
      select pg_notify(${EVENT_CHANNEL}, max(position)::text) from told having count(*) > 0
    )
    select entry.id as "entryId", entry.action as "name",
           entry.subject_type as "subjectType", entry.subject_id as "subjectId",
           entry.request_id as "requestId", entry.actor_kind as "actorKind",
           entry.actor_id as "actorId", entry.actor_name as "actorName",
           (select count(*) from notified) as "notified"
      from told join entry on entry.id = told.entry_id
     order by told.position`);
  return rows.map((row) => ({ payload: toHappening(row), cause: toCause(row) }));
}

type Row = Pick<AuditEntry, "requestId" | "actorKind" | "actorId" | "actorName"> &
  Record<keyof Happening, string>;

const toHappening = ({ entryId, name, subjectType, subjectId }: Row): Happening => ({
  entryId,
  name,
  subjectType,
  subjectId,
});

/** A change by hand came with no request; its entry stands for one. */
function toCause({ requestId, actorKind, actorId, actorName, entryId }: Row): Cause {
  const cause = { requestId: requestId ?? entryId };
  if (actorKind === "anonymous") return { ...cause, actor: null };
  if (actorKind === "user" && actorId) {
    return { ...cause, actor: { kind: "user", id: actorId, name: actorName } };
  }
  return { ...cause, actor: { kind: "system", name: actorName } };
}

function selectEvents(db: Services["db"], position: number) {
  const { entryId: _, ...columns } = getTableColumns(events);
  const isOwnEntry = and(eq(auditEntries.id, events.entryId), eq(events.subjectType, "user"));
  return db
    .select({ ...columns, person: PERSON, before: BEFORE })
    .from(events)
    .leftJoin(users, eq(users.id, PERSON_ID))
    .leftJoin(auditEntries, isOwnEntry)
    .where(gt(events.position, position))
    .orderBy(asc(events.position));
}

/** Sessions, passwords and the like are told of the user to whom they belong. */
const PERSON_ID = sql`case when ${events.subjectType} = 'user' then ${events.subjectId}::uuid end`;

/** Of whom there is no row any more the log tells who they were at the end. */
const PERSON = sql<StoredEvent["person"]>`case
  when ${users.id} is not null then json_build_object('id', ${users.id},
    'department', ${users.department}, 'isTrashed', ${users.status} = 'deleted', 'isGone', false)
  when ${events.subjectType} = 'user' then (
    select json_build_object('id', erased.subject_id,
             'department', erased.changes -> 'department' ->> 'before',
             'isTrashed', coalesce(erased.changes -> 'status' ->> 'before' = 'deleted', false),
             'isGone', true)
      from ${auditEntries} as erased
     where erased.subject_type = 'user' and erased.subject_id = ${events.subjectId}
       and erased.action in ('user.purged', 'user.deleted', 'user.removed-in-database')
     order by erased.id desc limit 1)
  end`;

/** Only what decides who could see them, and only when it was changed. */
const BEFORE = sql<StoredEvent["before"]>`case
  when ${auditEntries.changes} ?| array['department', 'status'] then json_strip_nulls(json_build_object(
    'department', ${auditEntries.changes} -> 'department',
    'status', ${auditEntries.changes} -> 'status'))
  end`;
