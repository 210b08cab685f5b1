import { createRouter, permitted } from "#server/api/trpc.ts";
import { listSettings } from "./queries.ts";
import { AllSettings, UpdateSettingsInput } from "./schema.ts";
import { updateSettings } from "./service.ts";

export const settingsRouter = createRouter({
  list: permitted("settings.read", {
    description: "Every setting that can be changed while the program runs, with its default",
  })
    .output(AllSettings)
    .query(({ ctx }) => listSettings(ctx)),

  update: permitted("settings.update", {
    keyless: "the version keeps it from being done twice",
    description: "Changes a group of settings; it counts in every process within a second",
    example: { group: "logging", value: { level: "info" }, version: 0 },
  })
    .input(UpdateSettingsInput)
    .output(AllSettings)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),
});
