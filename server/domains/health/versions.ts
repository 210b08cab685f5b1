import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "#server/project-root.ts";
import { VERSION } from "#server/version.ts";

interface Version {
  name: string;
  version: string;
}

const PACKAGES = { Next: "next", "pg-boss": "pg-boss" } as const;

let packages: Version[] | undefined;

/** What runs: read from the installed packages once. */
export function readVersions(postgres: string): Version[] {
  packages ??= Object.entries(PACKAGES).map(([name, folder]) => ({
    name,
    version: packageVersion(folder),
  }));
  return [
    { name: "Binnacle", version: VERSION },
    { name: "Node", version: process.version.slice(1) },
    { name: "Postgres", version: postgres },
    ...packages,
  ];
}

function packageVersion(folder: string): string {
  const file = path.join(projectRoot, "node_modules", folder, "package.json");
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
  } catch {
    return "not installed";
  }
}
