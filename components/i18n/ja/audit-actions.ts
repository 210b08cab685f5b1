import type { auditActions as German } from "../de/audit-actions.ts";

export const auditActions: Record<keyof typeof German, string> = {};
