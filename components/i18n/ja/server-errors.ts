import type { serverErrors as German } from "../de/server-errors.ts";

export const serverErrors: Record<keyof typeof German, string> = {};
