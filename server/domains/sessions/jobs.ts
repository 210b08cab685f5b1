import type { Context } from "#server/platform/context.ts";
import { purgeExpired } from "./purge.ts";

export async function purgeExpiredSessions(ctx: Context): Promise<void> {
  await purgeExpired(ctx);
}
