import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "#components/palette/commands.ts";
import { sectionsFor } from "#components/shell/navigation.ts";
import { PERMISSION_NAMES } from "#server/platform/access/catalog.ts";

const DASHBOARD = path.join(import.meta.dirname, "..", "..", "app", "(dashboard)");

test("every page without a parameter is reached from the palette", () => {
  const pages = readdirSync(DASHBOARD, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx" && !file.includes("["))
    .map((file) => `/${path.dirname(file).split(path.sep).join("/")}`.replace(/\/\.$/, "/"));
  const sections = sectionsFor(PERMISSION_NAMES).flatMap(({ destinations }) => destinations);
  const commands = COMMANDS.map(({ act }) => act).filter((act) => "href" in act);
  const reached = [...sections, ...commands].map(({ href }) => href);
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter((page) => !reached.includes(page))).toEqual([]);
});
