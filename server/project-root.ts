import { existsSync } from "node:fs";
import path from "node:path";

/** The folder that holds `db/migrations`, seen from the sources as well as from the bundle in `dist/`. */
export const projectRoot = findUp(import.meta.dirname);

function findUp(directory: string): string {
  if (existsSync(path.join(directory, "db", "migrations"))) return directory;
  const parent = path.dirname(directory);
  if (parent === directory) throw new Error("db/migrations is missing beside the program");
  return findUp(parent);
}
