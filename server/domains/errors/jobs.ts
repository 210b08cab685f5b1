import type { Context } from "#server/platform/context.ts";
import { purgeErrors } from "./service.ts";

export const purgeOldErrors = (ctx: Context) => purgeErrors(ctx);
