import type { serverLabels as German } from "../de/server-labels.ts";

export const serverLabels: Record<keyof typeof German, string> = {};
