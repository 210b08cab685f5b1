// Docs name files that exist, capabilities name tests that exist, and the README's tables are up to date.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { configurationTable, replaceTable } from "./configuration-table.mjs";
import { root } from "./toolbox.mjs";

const problems = [];
const read = (file) => readFileSync(path.join(root, file), "utf8");

function markdownFiles(directory) {
  return readdirSync(path.join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(directory, entry.name);
    if (entry.isDirectory()) return markdownFiles(file);
    return entry.name.endsWith(".md") ? [file] : [];
  });
}

const NAMED_PATH =
  /`((?:app|bench|components|db|docs|e2e|scripts|server|public)\/[\w./@[\]()-]+)`/g;
for (const file of ["README.md", ...markdownFiles("docs")]) {
  for (const [, named] of read(file).matchAll(NAMED_PATH)) {
    if (!existsSync(path.join(root, named)))
      problems.push(`${file} names ${named}, which does not exist`);
  }
}

// A row: | id | what works | where | `file.test.ts` "name of the test" |
const TEST = /`([\w./@[\]()-]+\.(?:test|spec)\.tsx?)` "([^"]+)"/g;
let rows = 0;
for (const line of read("docs/capabilities.md").split("\n")) {
  const id = /^\| ([A-Z]\d+) /.exec(line)?.[1];
  if (!id) continue;
  rows++;
  const tests = [...line.matchAll(TEST)];
  if (tests.length === 0) problems.push(`docs/capabilities.md: ${id} names no test`);
  for (const [, file, name] of tests) {
    if (!existsSync(path.join(root, file)))
      problems.push(`docs/capabilities.md: ${id} names ${file}, which does not exist`);
    else if (!read(file).includes(name))
      problems.push(`docs/capabilities.md: ${id} names "${name}", which is not in ${file}`);
  }
}
if (rows === 0) problems.push("docs/capabilities.md has no rows");

const readme = read("README.md");
if (replaceTable(readme, await configurationTable()) !== readme) {
  problems.push(
    "README.md: the configuration table is stale; run node scripts/configuration-table.mjs",
  );
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
