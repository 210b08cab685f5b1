import { sql } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { generatePeople } from "#db/seed/people.ts";
import type { Services } from "#server/platform/context.ts";
import { newId } from "#server/platform/ids.ts";

const BATCH = 10_000;

/** Fills the table with the people of the seed, and lets Postgres learn about them. */
export async function insertPeople({ db }: Pick<Services, "db">, count: number): Promise<void> {
  const now = new Date("2026-06-01T00:00:00Z");
  let rows: unknown[] = [];
  for (const person of generatePeople(count, { now, offset: 0 })) {
    const id = newId({ msecs: person.createdAt.getTime() });
    const updatedAt = person.lastSignInAt ?? person.createdAt;
    if (rows.push({ ...person, id, updatedAt }) === BATCH) rows = await insert(db, rows);
  }
  await insert(db, rows);
  await db.execute(sql`vacuum (analyze) ${users}`);
}

async function insert(db: Services["db"], rows: unknown[]): Promise<unknown[]> {
  await db.execute(sql`
    insert into users (id, email, name, roles, status, suspended_reason, email_verified_at,
      last_sign_in_at, created_at, updated_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as person (
      "id" uuid, "email" text, "name" text, "roles" text[], "status" text, "suspendedReason" text,
      "emailVerifiedAt" timestamptz, "lastSignInAt" timestamptz, "createdAt" timestamptz,
      "updatedAt" timestamptz)`);
  return [];
}
