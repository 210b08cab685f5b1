import { settings } from "#db/schema/settings.ts";
import type { Context } from "#server/platform/context.ts";
import { SETTING_GROUP_NAMES } from "#server/platform/settings/catalog.ts";
import type { AllSettings } from "./schema.ts";

/** Every group as it is stored at this moment. */
export async function listSettings(ctx: Context): Promise<AllSettings> {
  const rows = await ctx.db
    .select({ name: settings.name, version: settings.version, updatedAt: settings.updatedAt })
    .from(settings);
  await ctx.settings.refresh();
  const { current, defaults } = ctx.settings;
  return Object.fromEntries(
    SETTING_GROUP_NAMES.map((group) => {
      const row = rows.find(({ name }) => name === group);
      return [
        group,
        {
          value: current[group],
          defaults: defaults[group],
          version: row?.version ?? 0,
          changedAt: row?.updatedAt ?? null,
        },
      ];
    }),
  ) as unknown as AllSettings;
}
