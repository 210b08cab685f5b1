import type { Context } from "#server/platform/context.ts";
import { purgeLog } from "./chain/retention.ts";

export async function purgeAudit(ctx: Context): Promise<void> {
  await purgeLog(ctx);
}
