import type { sessions as German } from "../de/sessions.ts";

export const sessions: Record<keyof typeof German, string> = {};
