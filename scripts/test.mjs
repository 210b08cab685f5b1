// `npm test`: installs what is missing, checks, builds, runs every test, and says how many passed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { ensureBuilt, ensureInstalled, environment, exitCode, node, root } from "./toolbox.mjs";

const reports = path.join(root, "test-results");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await ensureInstalled();
const chromium = await ensureChromium();
await ensureBuilt();

const bin = (name) => path.join(root, "node_modules", ".bin", name);
const outcomes = [
  await check(),
  await suite(
    "unit and integration",
    [
      bin("vitest"),
      ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report("vitest")}`],
    ],
    countVitest,
  ),
  await suite("end to end", [bin("playwright"), ["test"]], countPlaywright),
];

const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
for (const { name, passed, failed, skipped } of outcomes) {
  process.stdout.write(
    `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`,
  );
}
process.stdout.write(`${total("passed")} passed, ${total("failed")} failed\n`);
for (const title of outcomes.flatMap(({ failures }) => failures ?? [])) {
  process.stdout.write(`failed: ${title}\n`);
}
if (total("failed") > 0 || outcomes.some(({ code }) => code !== 0)) process.exitCode = 1;

async function check() {
  const code = await exitCode(node, ["scripts/check.mjs"]);
  return {
    name: "checks",
    code,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
  };
}

async function suite(name, [command, args], count) {
  const env = environment({
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report("playwright"),
  });
  const code = await exitCode(command, args, { env });
  const counted = count();
  // A runner that failed without saying which test did still failed.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  return { name, code, ...counted, failed };
}

function report(name) {
  return path.join(reports, `${name}.json`);
}

function readReport(name) {
  return existsSync(report(name)) ? JSON.parse(readFileSync(report(name), "utf8")) : undefined;
}

function countVitest() {
  const result = readReport("vitest");
  return {
    passed: result?.numPassedTests ?? 0,
    failed: result?.numFailedTests ?? 1,
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
    failures: (result?.testResults ?? []).flatMap(failuresOfFile),
  };
}

/** Named at the very end, with what was expected: the log before it is long. */
function failuresOfFile({ name, status, message, assertionResults }) {
  const file = path.relative(root, name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && status === "failed") return [`${file}: ${message}`];
  return failed.map((test) => `${file} › ${test.fullName}\n${test.failureMessages.join("\n")}`);
}

function failuresOfSuite({ file, suites = [], specs = [] }) {
  const failed = specs.filter((spec) => !spec.ok).map((spec) => `e2e/${file} › ${spec.title}`);
  return [...failed, ...suites.flatMap(failuresOfSuite)];
}

function countPlaywright() {
  const { stats, suites = [] } = readReport("playwright") ?? {};
  return {
    passed: stats ? stats.expected + stats.flaky : 0,
    failed: stats?.unexpected ?? 1,
    skipped: stats?.skipped ?? 0,
    failures: suites.flatMap(failuresOfSuite),
  };
}
