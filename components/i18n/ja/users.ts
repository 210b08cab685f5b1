import type { users as German } from "../de/users.ts";

export const users: Record<keyof typeof German, string> = {};
