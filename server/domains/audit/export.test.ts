import { afterAll, beforeAll, expect, test } from "vitest";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";
import { appRouter } from "#server/registry/router.ts";
import { writeEntries } from "#server/testing/audit-log.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { csvCell } from "./export-text.ts";

const createCaller = createCallerFactory(appRouter);

let world: TestWorld;
let owner: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"], name: '=HYPERLINK("x")' });
  await writeEntries(world.as(owner), 450);
});
afterAll(() => world.close());

async function exportAll(user: User, format: "csv" | "jsonl"): Promise<string[]> {
  const caller = createCaller(await world.asHolder(user));
  const texts: string[] = [];
  let cursor: string | undefined;
  do {
    const part = await caller.audit.export({ format, cursor });
    texts.push(part.text);
    cursor = part.nextCursor ?? undefined;
  } while (cursor);
  return texts;
}

test("every entry is exported once, in parts, and the export is in the log", async () => {
  const parts = await exportAll(owner, "jsonl");
  expect(parts).toHaveLength(3);
  const lines = parts.join("").trimEnd().split("\n");
  const ids = lines.map((line) => JSON.parse(line).id);
  expect(new Set(ids).size).toBe(450);
  const { items } = await createCaller(await world.asHolder(owner)).audit.list({});
  expect(items.filter(({ action }) => action === "audit.exported")).toMatchObject([
    { actorId: owner.id, subjectId: "audit", changes: { format: { after: "jsonl" } } },
  ]);
});

test("CSV has one head, and a name that is a formula is none in it", async () => {
  const parts = await exportAll(owner, "csv");
  const lines = parts.join("").trimEnd().split("\r\n");
  expect(lines.filter((line) => line.startsWith("id,at,action"))).toHaveLength(1);
  expect(lines[1]).toContain(`,"'=HYPERLINK(""x"")",`);
});

test.each(["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1"])(
  "the cell %j is neutralised",
  (text) => expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/),
);

test("whoever reads the log for one department exports no more", async () => {
  const role = await makeRole(world, [grant("audit.read", { department: "same" })]);
  const reader = await world.createUser({ roles: [role], department: "Research" });
  expect(await exportAll(reader, "jsonl")).toEqual([""]);
});
