import type { roles as German } from "../de/roles.ts";

export const roles: Record<keyof typeof German, string> = {};
