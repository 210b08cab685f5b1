import type { entranceForms as German } from "../de/entrance-forms.ts";

export const entranceForms: Record<keyof typeof German, string> = {};
