import { and, eq } from "drizzle-orm";
import { mailPreferences } from "#db/schema/mail.ts";
import { users } from "#db/schema/users.ts";
import { settle } from "#server/platform/access/decide.ts";
import { readRoleBook } from "#server/platform/access/role-book.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import type { SEND_DIGEST } from "../catalog.ts";
import { enqueueMail } from "../service.ts";
import { countFor, readFigures } from "./figures.ts";

type SendDigest = (typeof SEND_DIGEST)["payload"]["_output"];
const DAY_MS = 86_400_000;

/** To everybody who wants it, each once, with the figures that they may see. */
export async function sendDigest(ctx: Context, run: JobRun<SendDigest>): Promise<string> {
  const until = ctx.now();
  const since = new Date(until.getTime() - run.payload.days * DAY_MS);
  const readers = await listReaders(ctx);
  if (readers.length === 0) return "Nobody wants it";
  const figures = await readFigures(ctx.db, since);
  const book = await readRoleBook(ctx.db, ctx.log);
  for (const [index, { id, email, name, roles }] of readers.entries()) {
    const permissions = settle(book.holdingOf(roles).grants, { now: until, address: "unknown" });
    await run.once(`mail ${id}`, async (tx) => {
      await enqueueMail(tx, ctx, {
        ...{ template: "digest", to: email, name, since, until },
        figures: countFor(figures, permissions),
        url: `${ctx.publicUrl}/`,
      });
    });
    await run.progress(index + 1, readers.length);
  }
  return `Mailed to ${readers.length}`;
}

function listReaders({ db }: Context) {
  return db
    .select({ id: users.id, email: users.email, name: users.name, roles: users.roles })
    .from(mailPreferences)
    .innerJoin(users, eq(users.email, mailPreferences.recipient))
    .where(
      and(
        eq(mailPreferences.category, "digest"),
        eq(mailPreferences.isWanted, true),
        eq(users.status, "active"),
      ),
    )
    .orderBy(users.id);
}
