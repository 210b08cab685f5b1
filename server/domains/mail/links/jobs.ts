import type { Context } from "#server/platform/context.ts";
import { removeExpiredLinks } from "./service.ts";

export const purgeLinks = (ctx: Context) => removeExpiredLinks(ctx);
