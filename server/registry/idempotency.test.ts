import { eq } from "drizzle-orm";
import superjson from "superjson";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { getUser } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { TestWorld } from "#server/testing/context.ts";
import { callProcedure } from "#server/testing/procedure-calls.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";
import { someoneWaits } from "#server/testing/races.ts";

let started: ProgramWorld;
let world: TestWorld;
let url: string;
let cookie: string;

beforeAll(async () => {
  started = await startProgramWorld();
  ({ world } = started);
  ({ url } = started.program);
  const owner = await world.createUser({ roles: ["owner"] });
  cookie = (await started.openSession(owner)).cookie;
}, 60_000);
afterAll(() => started.close());

const inputOf = ({ id: userId, name, roles, department, version }: User) => ({
  userId,
  name,
  roles,
  department,
  version,
});

/** Reads, adds one to the number in the department and saves; from the conflict, when there is one. */
async function increment(userId: string): Promise<void> {
  const read = await callProcedure({ url, path: "users.get", input: { userId }, cookie });
  let user: User = superjson.deserialize(JSON.parse(read.body).result.data);
  for (;;) {
    const input = { ...inputOf(user), department: String(Number(user.department) + 1) };
    const { status, body } = await callProcedure({ url, path: "users.update", input, cookie });
    if (status === 200) return;
    expect(status, body).toBe(409);
    const { error } = JSON.parse(body);
    user = superjson.deserialize<{ data: { conflict: { current: User } } }>(error).data.conflict
      .current;
  }
}

test("100 clients that read, add one and save keep 100 over HTTP", async () => {
  const { id } = await world.createUser({ department: "0" });
  await Promise.all(Array.from({ length: 100 }, () => increment(id)));
  const after = await getUser(world.services.db, id);
  expect(after).toMatchObject({ department: "100", version: 101 });
});

test("killed in the middle of a call: the key is free, and the effect comes once", async () => {
  const { db } = world.services;
  const doomed = await started.startAnother();
  const person = await world.createUser();
  const input = { ...inputOf(person), name: "Once" };
  const call = { path: "users.update", input, cookie, key: "killed" };
  await db.transaction(async (tx) => {
    await tx.select().from(users).where(eq(users.id, person.id)).for("update");
    const lost = Promise.allSettled([callProcedure({ ...call, url: doomed.url })]);
    await someoneWaits(world);
    await doomed.stop("SIGKILL");
    const [outcome] = await lost;
    expect(outcome?.status).toBe("rejected");
  });
  await expect
    .poll(async () => (await callProcedure({ ...call, url })).status, { timeout: 5_000 })
    .toBe(200);
  expect((await callProcedure({ ...call, url })).status).toBe(200);
  expect(await getUser(db, person.id)).toMatchObject({ name: "Once", version: 2 });
});
