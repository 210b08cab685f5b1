import { createRouter, permitted } from "#server/api/trpc.ts";
import { getHealth } from "./queries.ts";
import { Health } from "./schema.ts";

export const healthRouter = createRouter({
  get: permitted("health.read", {
    description: "Database, migrations, workers, disk, memory, event loop and versions, within 1 s",
  })
    .output(Health)
    .query(({ ctx }) => getHealth(ctx)),
});
