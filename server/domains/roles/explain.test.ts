import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import { appRouter } from "#server/registry/router.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { listEffective, listRoleOptions } from "./effective.ts";
import { explainAccess } from "./explain.ts";
import { ACTING } from "./reach.ts";
import { ExplainInput } from "./schema.ts";

const createCaller = createCallerFactory(appRouter);

let world: TestWorld;
let admin: User;

beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.createUser({ roles: ["admin"], department: "Head office" });
});
afterAll(() => world.close());

const findDoor = (path: string) =>
  ({
    "users.suspend": { permission: "users.suspend" as const },
    "auth.signIn": { permission: null, reason: "Signing in" },
  })[path];

const explain = (input: unknown, asker: User = admin) =>
  explainAccess(world.as(asker), ExplainInput.parse(input), findDoor);

test("the deciding rule of a role, and that nothing else allows it", async () => {
  const { id: userId } = await world.createUser({ roles: ["support", "viewer"] });
  expect(await explain({ userId, procedure: "users.suspend" })).toMatchObject({
    isAllowed: true,
    permission: "users.suspend",
    rule: { role: "support", permission: "users.suspend", conditions: {} },
    wouldChangeIt: ["Taking away Support"],
  });
});

test("what is denied says which roles would allow it", async () => {
  const { id: userId } = await world.createUser();
  const denied = await explain({ userId, permission: "users.suspend" });
  expect(denied).toMatchObject({ isAllowed: false, rule: null });
  expect(denied.steps[0]).toEqual({
    text: "No role allows: Suspend and reinstate users",
    holds: false,
  });
  expect(denied.wouldChangeIt).toEqual(["The role Owner", "The role Admin", "The role Support"]);
});

test("a condition that does not hold is what would change it", async () => {
  const time = { days: [1], from: "22:00", to: "06:00", timeZone: "Europe/Berlin" };
  const key = await makeRole(world, [
    grant("users.read"),
    grant("users.suspend", { department: "same", time, network: ["10.0.0.0/8"] }),
  ]);
  const { id: userId } = await world.createUser({ roles: [key], department: "Research" });
  const target = await world.createUser({ roles: [], department: "Research" });
  const other = await world.createUser({ roles: [], department: "Sales" });
  const question = { userId, permission: "users.suspend", address: "10.0.0.1" };
  const at = new Date("2026-01-05T22:00:00Z");
  const record = (user: User) => ({ type: "user", id: user.id });
  const ask = (changes: object) => explain({ ...question, at, record: record(target), ...changes });

  expect(await ask({})).toMatchObject({ isAllowed: true, rule: { role: key } });
  expect(await ask({ at: new Date("2026-01-06T22:00:00Z") })).toMatchObject({
    isAllowed: false,
    wouldChangeIt: expect.arrayContaining(["Asked on Mon 22:00 to 06:00 (Europe/Berlin)"]),
  });
  expect(await ask({ address: undefined })).toMatchObject({
    isAllowed: false,
    wouldChangeIt: expect.arrayContaining(["Asked from 10.0.0.0/8"]),
  });
  expect(await ask({ record: record(other) })).toMatchObject({
    isAllowed: false,
    wouldChangeIt: expect.arrayContaining(["Asked for a user of the same department"]),
  });
});

type Caller = ReturnType<typeof createCaller>;

/** One deed for each permission whose use depends on the person. */
const DEEDS: Partial<Record<Permission, (caller: Caller, user: User) => Promise<unknown>>> = {
  "users.create": (caller, { id }) => caller.users.resendInvitation({ userId: id }),
  "users.update": (caller, { id }) => caller.users.removeAvatar({ userId: id }),
  "users.suspend": (caller, { id }) => caller.users.suspend({ userId: id }),
  "users.delete": (caller, { id }) => caller.users.delete({ userId: id }),
  "users.impersonate": (caller, { id }) =>
    caller.impersonation.start({ userId: id, reason: "Ticket 4711" }),
  "sessions.revoke": (caller, { id }) => caller.users.revokeAllSessions({ userId: id }),
};
const REFUSALS = ["FORBIDDEN", "NOT_FOUND"];

/** Whether rights let somebody do it; what else stands in the way is another matter. */
async function isLetIn(deed: Promise<unknown>): Promise<boolean> {
  try {
    await deed;
    return true;
  } catch (error) {
    return !(error instanceof TRPCError && REFUSALS.includes(error.code));
  }
}

test.each(ACTING)(
  "%s: the answer is what the procedure then does, for each on each",
  async (permission) => {
    const own = grant("users.update", { records: "own" });
    const impersonator = await makeRole(world, [
      grant("users.read"),
      grant("users.impersonate"),
      own,
    ]);
    const unseeing = await makeRole(world, [
      grant("users.suspend"),
      grant("users.impersonate"),
      grant("sessions.revoke"),
    ]);
    const near = await makeRole(
      world,
      ACTING.map((name) => grant(name, { department: "same" })),
    );
    const roles = ["owner", "admin", "support", "viewer", impersonator, unseeing, near];
    roles.push(await makeRole(world, [own]));
    const department = "Research";
    const people = await Promise.all(
      roles.map((role) => world.createUser({ roles: [role], department })),
    );
    const stranger = await world.createUser({ roles: [near] });
    const trashed = await world.createUser({ status: "deleted" });
    const actors = [...people, stranger];
    for (const actor of actors) {
      const caller = createCaller(await world.asHolder(actor));
      for (const target of [...actors, trashed]) {
        const record = { type: "user", id: target.id };
        const { isAllowed } = await explain({ userId: actor.id, permission, record });
        const did = await isLetIn(
          DEEDS[permission]?.(caller, target) ?? Promise.reject(permission),
        );
        const who = actor === target ? "themselves" : `${target.roles} ${target.status}`;
        expect(isAllowed, `${actor.roles} on ${who}`).toBe(did);
        await world.services.raw`
        update users set status = 'active', deleted_at = null, deleted_by = null,
          status_before_deletion = null
        where id = ${target.id} and id <> ${trashed.id}`;
      }
    }
  },
);

test("somebody suspended may do nothing, whatever their roles", async () => {
  const { id: userId } = await world.createUser({ roles: ["owner"], status: "suspended" });
  expect(await explain({ userId, permission: "users.read" })).toMatchObject({
    isAllowed: false,
    wouldChangeIt: ["The account were active"],
  });
});

test("roles are explained without a person", async () => {
  const roleKeys = ["viewer", "support"];
  expect(await explain({ roleKeys, permission: "audit.read" })).toMatchObject({
    isAllowed: true,
    rule: { role: "support" },
  });
  await expect(explain({ roleKeys: ["nobody"], permission: "audit.read" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("what is open to anyone says why, and what does not exist is refused", async () => {
  const roleKeys = ["viewer"];
  expect(await explain({ roleKeys, procedure: "auth.signIn" })).toMatchObject({
    isAllowed: true,
    permission: null,
  });
  await expect(explain({ roleKeys, procedure: "users.fly" })).rejects.toMatchObject({
    fields: [{ path: "procedure", code: "unknown" }],
  });
});

test.each([
  ["neither a user nor roles", { permission: "users.read" }],
  [
    "a permission and a procedure",
    { roleKeys: ["viewer"], permission: "users.read", procedure: "a" },
  ],
])("a question with %s is refused", (_, input) => {
  expect(ExplainInput.safeParse(input).success).toBe(false);
});

test("effective permissions name the widest grant, or every alternative where each has conditions", async () => {
  const limited = [
    grant("users.read", { records: "own" }),
    grant("users.read", { department: "same" }),
  ];
  const key = await makeRole(world, [...limited, grant("audit.read", { records: "own" })]);
  const someone = await world.createUser({ roles: [key] });
  const support = await world.createUser({ roles: [key, "support"] });
  const of = async (user: User) => {
    const list = await listEffective(world.as(admin), user.id);
    return new Map(list.map(({ permission, ...rest }) => [permission, rest]));
  };
  expect((await of(someone)).get("users.read")).toMatchObject({ scope: "some", grants: limited });
  expect((await of(support)).get("users.read")).toMatchObject({
    scope: "all",
    grants: [{ role: "support" }],
  });
});

test("whoever gives roles learns which of them they may give, and on whose holders they may act", async () => {
  const options = await listRoleOptions(world.as(admin));
  const of = (key: string) => options.find((option) => option.key === key);
  expect(of("owner")).toMatchObject({ isGrantable: false, isBelow: false });
  expect(of("admin")).toMatchObject({ isGrantable: true, isBelow: false });
  expect(of("support")).toMatchObject({ isGrantable: true, isBelow: true });
});
