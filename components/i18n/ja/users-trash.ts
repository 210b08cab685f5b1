import type { usersTrash as German } from "../de/users-trash.ts";

export const usersTrash: Record<keyof typeof German, string> = {};
