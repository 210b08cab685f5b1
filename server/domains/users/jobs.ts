import type { Context } from "#server/platform/context.ts";
import { purgeExpiredTrash } from "./purge/service.ts";
import { reinstateLapsed } from "./suspension.ts";

export async function reinstateLapsedUsers(ctx: Context): Promise<void> {
  await reinstateLapsed(ctx);
}

export async function purgeTrash(ctx: Context): Promise<void> {
  await purgeExpiredTrash(ctx);
}
