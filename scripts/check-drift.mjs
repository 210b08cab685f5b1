// The migrations must say what the schema says: generating from the schema again must find nothing to do.
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { exitCode, node, root } from "./toolbox.mjs";

const migrations = path.join(root, "db", "migrations");
const copy = mkdtempSync(path.join(root, "node_modules", ".drift-"));
try {
  cpSync(migrations, copy, { recursive: true });
  const before = readdirSync(copy).length;
  const out = path.relative(root, copy);
  const args = [
    "generate",
    "--dialect",
    "postgresql",
    "--schema",
    "./db/schema/*.ts",
    "--out",
    out,
    "--casing",
    "snake_case",
  ];
  const kit = path.join(root, "node_modules", "drizzle-kit", "bin.cjs");
  const code = await exitCode(node, [kit, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const missingDowns = readdirSync(migrations).filter(
    (file) =>
      /^\d{4}_\w+\.sql$/.test(file) &&
      !readdirSync(migrations).includes(file.replace(".sql", ".down.sql")),
  );
  if (code !== 0 || readdirSync(copy).length !== before) {
    process.stderr.write("db/schema differs from db/migrations: run npx drizzle-kit generate\n");
    process.exitCode = 1;
  }
  for (const file of missingDowns) {
    process.stderr.write(`db/migrations/${file} has no way back\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
