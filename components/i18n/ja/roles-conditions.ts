import type { rolesConditions as German } from "../de/roles-conditions.ts";

export const rolesConditions: Record<keyof typeof German, string> = {};
