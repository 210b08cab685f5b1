// Writes the README's configuration table from the settings that the program reads.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./toolbox.mjs";

const START = "<!-- configuration:start -->";
const END = "<!-- configuration:end -->";

export async function configurationTable() {
  const { SETTINGS } = await import(
    pathToFileURL(path.join(root, "server/config-settings.ts")).href
  );
  const rows = Object.entries(SETTINGS).map(([key, { env, schema, description }]) => {
    const parsed = schema.safeParse(undefined);
    const value =
      parsed.success && parsed.data !== undefined && String(parsed.data) !== ""
        ? `\`${parsed.data}\``
        : "";
    return `| \`${env}\` | \`${key}\` | ${value} | ${description} |`;
  });
  return [
    "| Variable | Key in the file | Default | What it does |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

export function replaceTable(text, table) {
  const [before, rest = ""] = text.split(START);
  const after = rest.split(END)[1] ?? "";
  return `${before}${START}\n${table}\n${END}${after}`;
}

if (process.argv[1] === import.meta.filename) {
  const file = path.join(root, "README.md");
  writeFileSync(file, replaceTable(readFileSync(file, "utf8"), await configurationTable()));
}
