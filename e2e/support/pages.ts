import { readdirSync } from "node:fs";
import path from "node:path";

const APP = path.join(import.meta.dirname, "..", "..", "app");

/** The pages before the dashboard: the only ones that anyone may open. */
export const OPEN_PAGES = [
  "/change-email/[side]",
  "/forgot-password",
  "/invitation",
  "/register",
  "/register/complete",
  "/reset-password",
  "/set-up",
  "/sign-in",
  "/unsubscribe",
  "/verify-email",
];

/** Every page that there is, as its pattern: `/users/[userId]`. */
export function listPagePatterns(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|[/\\])page\.tsx$/.test(file))
    .map((file) => `/${file.split(path.sep).slice(0, -1).filter(isNoGroup).join("/")}`)
    .sort();
}

/** A real address of a page, `samples` given for its parameters. */
export function fillPattern(pattern: string, samples: Record<string, string>): string {
  return pattern.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => {
    const sample = samples[name];
    if (sample === undefined) throw new Error(`Say which ${name} to open ${pattern} with`);
    return sample;
  });
}

function isNoGroup(folder: string): boolean {
  return !folder.startsWith("(");
}
