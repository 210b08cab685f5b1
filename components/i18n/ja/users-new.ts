import type { usersNew as German } from "../de/users-new.ts";

export const usersNew: Record<keyof typeof German, string> = {};
