import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { settings } from "#db/schema/settings.ts";
import { record } from "#server/domains/audit/service.ts";
import { assertMayGrant } from "#server/domains/users/policy.ts";
import { systemRoles } from "#server/platform/access/role-book.ts";
import { scopeOf } from "#server/platform/access/scope.ts";
import type { Context } from "#server/platform/context.ts";
import { versionConflict } from "#server/platform/errors.ts";
import type { SettingGroup } from "#server/platform/settings/catalog.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { listSettings } from "./queries.ts";
import type { AllSettings, UpdateSettingsInput } from "./schema.ts";

/**
 * Changes a group for every process: here from the next request on, elsewhere within a second. A
 * field that is set to its default follows the configuration again. What changes nothing leaves no
 * entry and keeps the version.
 * @throws AppError CONFLICT when somebody else changed the group meanwhile, FORBIDDEN when it would
 * grant a role that the actor may not grant
 */
export async function updateSettings(
  ctx: Context,
  input: UpdateSettingsInput,
): Promise<AllSettings> {
  if (input.group === "registration")
    assertMayGrant(ctx.actor, systemRoles.holdingOf([input.value.role]).grants);
  const defaults = ctx.settings.defaults[input.group];
  const overrides = difference(input.value, defaults);
  await inTransaction(ctx, async (tx) => {
    const stored = await lockGroup(tx, ctx, input.group);
    if (stored.version !== input.version) {
      const isReadable = scopeOf(ctx.actor, "settings.read") === "all";
      const current = isReadable ? { ...defaults, ...stored.overrides } : null;
      throw versionConflict("these settings", { version: stored.version, current });
    }
    if (JSON.stringify(overrides) === JSON.stringify(stored.overrides)) return;
    await tx
      .update(settings)
      .set({ overrides, version: stored.version + 1, updatedAt: ctx.now() })
      .where(eq(settings.name, input.group));
    await record(tx, ctx, {
      action: "settings.updated",
      subject: { type: "settings", id: input.group },
      before: { ...defaults, ...stored.overrides },
      after: { ...input.value },
    });
  });
  return listSettings(ctx);
}

/** The row of a group, made when there is none, and nobody else's until the transaction ends. */
async function lockGroup(tx: Transaction, ctx: Context, name: SettingGroup) {
  await tx
    .insert(settings)
    .values({ name, overrides: {}, version: 0, updatedAt: ctx.now() })
    .onConflictDoNothing();
  const [row] = await tx.select().from(settings).where(eq(settings.name, name)).for("update");
  if (!row) throw new Error("The row that was just made is gone");
  return row;
}

function difference(value: object, defaults: object): Record<string, unknown> {
  const usual = new Map(Object.entries(defaults));
  return Object.fromEntries(
    Object.entries(value).filter(
      ([field, chosen]) => JSON.stringify(chosen) !== JSON.stringify(usual.get(field)),
    ),
  );
}
