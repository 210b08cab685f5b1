import type { audit as German } from "../de/audit.ts";

export const audit: Record<keyof typeof German, string> = {};
