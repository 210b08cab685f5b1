import type { palette as German } from "../de/palette.ts";

export const palette: Record<keyof typeof German, string> = {};
