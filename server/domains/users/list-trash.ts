import { and, inArray, sql } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { whereMay } from "#server/platform/access/scope.ts";
import type { Context } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { searchIn } from "#server/platform/list/text-search.ts";
import { SEARCHED, textColumns } from "./list-users.ts";
import { userFacts, whereMaySee } from "./policy.ts";
import { type ListTrashInput, TRASH_FIELDS, type TrashPage } from "./trash/schema.ts";

const DAY_MS = 86_400_000;

const trash = defineList({
  name: "trash",
  table: users,
  id: users.id,
  fields: TRASH_FIELDS,
  columns: { ...textColumns, deletedAt: users.deletedAt },
  row: {
    id: users.id,
    email: users.email,
    name: users.name,
    deletedAt: sql<Date>`${users.deletedAt}`.mapWith(users.deletedAt),
    deletedById: users.deletedBy,
  },
  where: sql`${users.status} = 'deleted'`,
  search: (text) => searchIn(SEARCHED, text),
});

/** One page of the users in the trash whom the caller may bring back. */
export async function listTrash(ctx: Context, input: ListTrashInput): Promise<TrashPage> {
  const where = and(whereMay(ctx.actor, "users.delete", userFacts), whereMaySee(ctx.actor));
  const page = await readList(ctx, trash, { input, where });
  const keptMs = ctx.settings.current.trash.keptDays * DAY_MS;
  const deleters = await findNames(
    ctx,
    page.items.map(({ deletedById }) => deletedById),
  );
  const items = page.items.map(({ deletedById, ...user }) => ({
    ...user,
    deletedBy: deleters.get(deletedById) ?? null,
    purgeAt: new Date(user.deletedAt.getTime() + keptMs),
  }));
  return { ...page, items };
}

/** The names of those whom the caller may see. */
async function findNames(
  ctx: Context,
  ids: (string | null)[],
): Promise<Map<string | null, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.id, wanted), whereMaySee(ctx.actor)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
