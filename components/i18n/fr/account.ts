import type { account as German } from "../de/account.ts";

export const account: Record<keyof typeof German, string> = {};
