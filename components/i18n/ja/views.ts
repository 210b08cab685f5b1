import type { views as German } from "../de/views.ts";

export const views: Record<keyof typeof German, string> = {};
