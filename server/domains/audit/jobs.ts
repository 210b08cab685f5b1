import type { Context } from "#server/platform/context.ts";
import { purgeLog } from "./chain/retention.ts";
import { verifyAndKeep } from "./verdict.ts";

export async function purgeAudit(ctx: Context): Promise<void> {
  await purgeLog(ctx);
}

/** Keeps what it finds; a broken log is no failure of the job, which would only be run again. */
export async function verifyAudit(ctx: Context): Promise<void> {
  const { isIntact, problemCount } = await verifyAndKeep(ctx);
  if (!isIntact) ctx.log.error({ problemCount }, "the audit log is not what was recorded");
}
