import { sql } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { whereMay } from "#server/platform/access/scope.ts";
import type { Context } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { searchIn } from "#server/platform/list/text-search.ts";
import { SEARCHED, textColumns } from "./list-users.ts";
import { userFacts } from "./policy.ts";
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
    // Written out, since columns lose their table's name here.
    deletedBy: sql<
      string | null
    >`(select deleter.name from users as deleter where deleter.id = users.deleted_by)`,
  },
  where: sql`${users.status} = 'deleted'`,
  search: (text) => searchIn(SEARCHED, text),
});

/** One page of the users in the trash whom the caller may bring back. */
export async function listTrash(ctx: Context, input: ListTrashInput): Promise<TrashPage> {
  const where = whereMay(ctx.actor, "users.delete", userFacts);
  const page = await readList(ctx, trash, { input, where });
  const keptMs = ctx.settings.current.trash.keptDays * DAY_MS;
  const items = page.items.map((user) => ({
    ...user,
    purgeAt: new Date(user.deletedAt.getTime() + keptMs),
  }));
  return { ...page, items };
}
