import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  type AuditWorld,
  createAuditWorld,
  keepLog,
  writeAnchoredLog,
  writeEntries,
} from "#server/testing/audit-log.ts";
import { createPick } from "#server/testing/pick.ts";
import { COLUMNS, cutFrom, editColumn, TAMPERINGS } from "#server/testing/tampering.ts";
import { getVerdict } from "../verdict.ts";
import { anchorHead } from "./anchor.ts";
import { extendChain } from "./extend.ts";
import { secureLog } from "./keeper.ts";
import { verifyLog } from "./verify.ts";

const ANCHORS = 8;
const ENTRIES = ANCHORS * 5;
let world: AuditWorld;
let restore: () => Promise<void>;

beforeAll(async () => {
  world = await createAuditWorld();
  await writeAnchoredLog(world.ctx, ANCHORS);
  restore = await keepLog(world);
});
afterEach(() => restore());
afterAll(() => world.close());

async function findProblems(): Promise<string[]> {
  const { isIntact, problems, problemCount } = await verifyLog(world.ctx);
  expect(isIntact).toBe(problemCount === 0);
  return problems.map(({ seq, line, message }) => `${seq} ${line ?? ""} ${message}`);
}

test("an untouched log verifies, with its counts, head and newest anchor", async () => {
  await writeEntries(world.ctx, 2);
  expect(await verifyLog(world.ctx)).toMatchObject({
    isIntact: true,
    problems: [],
    notes: [],
    firstSeq: 1,
    headSeq: ENTRIES,
    headHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    entryCount: ENTRIES,
    pendingCount: 2,
    // One more of the chain before its first link.
    anchorCount: ANCHORS + 1,
    anchoredSeq: ENTRIES,
  });
});

test("100 of 100 random tamperings are found", { timeout: 240_000 }, async () => {
  const seed = Date.now();
  const pick = createPick(seed);
  const kinds = Object.entries(TAMPERINGS);
  const found = new Set<number>();
  for (let round = 0; round < 100; round++) {
    const [kind = "", tamper] = kinds[round % kinds.length] ?? [];
    const told = await tamper?.(world, pick);
    const problems = await findProblems();
    if (problems.length > 0) found.add(round);
    expect(problems, `seed ${seed}, round ${round}: ${kind} ${told}`).not.toEqual([]);
    await restore();
    if (round % kinds.length === 0) expect(await findProblems()).toEqual([]);
  }
  expect(found.size).toBe(100);
});

test("an edited entry is named with its place", async () => {
  await world.asSuperuser(async (psql) => {
    await psql`update audit_entries set actor_name = 'Nobody'
                where id = (select entry_id from audit_chain where seq = 17)`;
  });
  expect(await findProblems()).toEqual(["17  The entry or its place is not what was recorded"]);
});

test.each(COLUMNS)("an edit of the column %s is found", async (column) => {
  await editColumn(world, column, 12);
  expect(await findProblems()).not.toEqual([]);
});

test("a number beyond the precision of JavaScript cannot be edited unnoticed", async () => {
  await world.asSuperuser(async (psql) => {
    await psql`update audit_entries set changes = replace(changes::text, '1000000000000000000000', '1000000000000000000001')::jsonb
                where id = (select entry_id from audit_chain where seq = 3)`;
  });
  expect(await findProblems()).toEqual(["3  The entry or its place is not what was recorded"]);
});

test("a cut tail is found though the chain has gone on since, and nothing is signed any more", async () => {
  await cutFrom(world, ENTRIES - 2);
  await writeEntries(world.ctx, 10);
  await extendChain(world.ctx);
  const size = statSync(world.file).size;
  expect(await anchorHead(world.ctx)).toBe(false);
  expect(statSync(world.file).size).toBe(size);
  expect(await findProblems()).toEqual([
    `${ENTRIES} ${ANCHORS + 1} #${ENTRIES} is not what was anchored`,
  ]);
});

test("what cannot be found: the newest anchors cut off together with what they stood for", async () => {
  const lines = readFileSync(world.file, "utf8").split("\n");
  writeFileSync(world.file, `${lines.slice(0, ANCHORS).join("\n")}\n`);
  await cutFrom(world, ENTRIES - 4);
  expect(await findProblems()).toEqual([]);
});

test("a line cut short at any byte by a crash hides none before it and disturbs none after it", async () => {
  const whole = readFileSync(world.file);
  const start = whole.lastIndexOf("\n", whole.length - 2) + 1;
  for (let size = start + 1; size < whole.length; size += 23) {
    truncateSync(world.file, 0);
    appendFileSync(world.file, whole.subarray(0, size));
    expect(await verifyLog(world.ctx)).toMatchObject({
      isIntact: true,
      anchorCount: ANCHORS,
      notes: [`Line ${ANCHORS + 1} of the anchors was cut short by a crash`],
    });
    expect(await anchorHead(world.ctx)).toBe(true);
    expect(await verifyLog(world.ctx)).toMatchObject({
      isIntact: true,
      anchorCount: ANCHORS + 1,
      anchoredSeq: ENTRIES,
    });
  }
});

test("an entry removed before it was in the chain is found, and the chain goes on", async () => {
  await writeEntries(world.ctx, 3);
  await world.asSuperuser(async (psql) => {
    await psql`delete from audit_entries where id = (select max(entry_id::text)::uuid from audit_pending)`;
  });
  expect(await extendChain(world.ctx)).toBe(2);
  expect(await findProblems()).toEqual(["null  The entry was removed as soon as it was made"]);
});

test("the key and the anchors are readable by their owner alone", async () => {
  await secureLog(world.ctx);
  const { dataDirectory } = world.services.config;
  for (const file of [world.file, `${dataDirectory}/audit-anchor-key`])
    expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("the procedure looks once for all who ask, and again after a minute", async () => {
  const first = await Promise.all([getVerdict(world.ctx), getVerdict(world.ctx)]);
  expect(first[0]).toBe(first[1]);
  await cutFrom(world, ENTRIES);
  expect(await getVerdict(world.ctx)).toBe(first[0]);
  world.advance(61_000);
  expect(await getVerdict(world.ctx)).toMatchObject({ isIntact: false, problemCount: 1 });
});
