import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "#db/schema/access.ts";
import { createSessionResolver, type SessionResolver } from "#server/domains/sessions/resolver.ts";
import { createSession } from "#server/domains/sessions/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { createUser, updateUser } from "#server/domains/users/service.ts";
import { suspendUser } from "#server/domains/users/suspension.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import type { Grant } from "#server/platform/access/schema.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { commitDuring } from "#server/testing/races.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { listHolders } from "./effective.ts";
import { countHolders, getRole, listRoles } from "./queries.ts";
import { RoleFields } from "./schema.ts";
import { createRole, deleteRole, updateRole } from "./service.ts";

let world: TestWorld;
let owner: User;
let admin: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"] });
  admin = await world.createUser({ roles: ["admin"] });
});
afterAll(() => world.close());

let counter = 0;

function fields(grants: Grant[]): RoleFields {
  const key = `custom-${++counter}`;
  return { key, label: `Custom ${counter}`, description: "For a test", grants };
}

const OFFICE_HOURS = {
  days: [1, 2, 3, 4, 5],
  from: "09:00",
  to: "17:00",
  timeZone: "Europe/Berlin",
};

test("a created role has an audit entry, stands in the list and is read back as it was given", async () => {
  const input = fields([
    grant("users.read", { department: "same" }),
    grant("users.suspend", { time: OFFICE_HOURS, network: ["10.0.0.0/8"] }),
  ]);
  const role = await createRole(world.as(admin), input);
  expect(role).toMatchObject({ ...input, isSystem: false, version: 1 });
  expect(await getRole(world.services.db, input.key)).toEqual(role);
  expect((await listRoles(world.services.db)).map(({ key }) => key)).toContain(input.key);
  const [entry] = await auditOf(world, "role.created");
  expect(entry).toMatchObject({ actorId: admin.id, subjectType: "role", subjectId: input.key });
});

test("whoever counts the holders of roles counts those whom they may see", async () => {
  const key = await makeRole(world, [grant("users.read", { department: "same" })]);
  const department = "Harbour";
  const lead = await world.createUser({ roles: [key], department });
  await world.createUser({ roles: [key, "viewer"], department, status: "suspended" });
  await world.createUser({ roles: [key], department: "Lighthouse" });
  expect(await listHolders(world.as(admin))).toContainEqual({ key, count: 3 });
  const seen = await listHolders(await world.asHolder(lead));
  expect(seen.sort((one, other) => other.count - one.count)).toEqual([
    { key, count: 2 },
    { key: "viewer", count: 1 },
  ]);
});

test("a key that is taken is refused on its field", async () => {
  const input = fields([grant("users.read")]);
  await createRole(world.as(admin), input);
  await expect(createRole(world.as(admin), input)).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "key", code: "taken" }],
  });
});

test("of two who change a role from the same version, one gets through and the other learns of it", async () => {
  const input = fields([grant("users.read")]);
  await createRole(world.as(admin), input);
  const changes = ["One", "Two"].map((label) =>
    updateRole(world.as(admin), { ...input, label, version: 1 }),
  );
  const results = await Promise.allSettled(changes);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
    code: "CONFLICT",
  });
  const [entry] = await auditOf(world, "role.updated");
  expect(entry?.changes).toMatchObject({ label: { before: input.label } });
});

test("a role in use is not deleted, and the refusal says by how many; one that is not, is", async () => {
  const input = fields([grant("users.read")]);
  await createRole(world.as(admin), input);
  const holders = [
    await world.createUser({ roles: [input.key] }),
    await world.createUser({ roles: ["viewer", input.key], status: "suspended" }),
  ];
  await expect(deleteRole(world.as(admin), input)).rejects.toMatchObject({
    code: "CONFLICT",
    message: "2 users hold this role. Give them another one first.",
  });
  for (const { id, name, version } of holders)
    await updateUser(world.as(owner), { userId: id, name, roles: ["viewer"], version });
  await deleteRole(world.as(admin), input);
  await expect(getRole(world.services.db, input.key)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await auditOf(world, "role.deleted"))[0]).toMatchObject({ subjectId: input.key });
});

test("a role cannot be given while it is being deleted", async () => {
  const key = await makeRole(world, [grant("users.read")]);
  const result = await commitDuring(world, {
    change: (tx) => tx.delete(roles).where(eq(roles.key, key)),
    work: () =>
      createUser(world.as(owner), { email: "late@example.com", name: "Late", roles: [key] }),
  });
  expect(result).toMatchObject({ status: "rejected", reason: { code: "VALIDATION" } });
  expect(await countHolders(world.services.db, key)).toBe(0);
});

test("system roles are neither changed nor deleted", async () => {
  const input = { ...fields([grant("users.read")]), key: "viewer", version: 1 };
  await expect(updateRole(world.as(owner), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(deleteRole(world.as(owner), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a user's roles must exist", async () => {
  const input = { email: "x@example.com", name: "X", roles: ["viewer", "no-such-role"] };
  await expect(createUser(world.as(owner), input)).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "roles", code: "unknown" }],
  });
});

describe("nobody grants what they lack", () => {
  const beyond = (path: string) => ({
    code: "FORBIDDEN",
    fields: [{ path, code: "beyond_own_rights" }],
  });

  test("an admin makes no role with a permission that only owners hold", async () => {
    const input = fields([grant("users.read"), grant("mail.read")]);
    await expect(createRole(world.as(admin), input)).rejects.toMatchObject(beyond("grants"));
    await createRole(world.as(owner), input);
  });

  test("nor changes or deletes one that an owner made, not even to narrow it", async () => {
    const input = fields([grant("users.read"), grant("mail.read")]);
    await createRole(world.as(owner), input);
    const narrowed = { ...input, grants: [grant("users.read")], version: 1 };
    await expect(updateRole(world.as(admin), narrowed)).rejects.toMatchObject(beyond("grants"));
    await expect(deleteRole(world.as(admin), input)).rejects.toMatchObject(beyond("grants"));
  });

  test("nor gives it to anybody", async () => {
    const key = await makeRole(world, [grant("mail.read")]);
    const input = { email: "mole@example.com", name: "Mole", roles: [key] };
    await expect(createUser(world.as(admin), input)).rejects.toMatchObject(beyond("roles"));
    const { id, name, version } = await world.createUser();
    const change = { userId: id, name, roles: ["viewer", key], version };
    await expect(updateUser(world.as(admin), change)).rejects.toMatchObject(beyond("roles"));
    expect(await countHolders(world.services.db, key)).toBe(0);
  });

  const CONDITIONED = [
    grant("account.manage"),
    grant("roles.update"),
    grant("users.read", { department: "same" }),
    grant("users.suspend", { time: OFFICE_HOURS }),
  ];

  test.each([
    ["a permission without its condition", grant("users.read")],
    ["another condition", grant("users.read", { records: "own" })],
    ["other hours", grant("users.suspend", { time: { ...OFFICE_HOURS, to: "18:00" } })],
    ["a permission that they lack", grant("users.update", { department: "same" })],
  ])("who holds a role with conditions cannot make one with %s", async (_, wanted) => {
    const roleMaker = await makeRole(world, CONDITIONED);
    const ctx = await world.asHolder(await world.createUser({ roles: [roleMaker] }));
    const grants = [wanted];
    await expect(createRole(ctx, fields(grants))).rejects.toMatchObject(beyond("grants"));
  });

  test("a grant that could never count is not made, and one that is held stays readable", async () => {
    const parse = (permission: Permission) =>
      RoleFields.safeParse(fields([grant(permission, { records: "own" })]));
    const refusal = {
      path: ["grants", 0, "conditions"],
      message: "Nobody does this to themselves",
    };
    for (const permission of ["users.update", "users.create"] as const)
      expect(parse(permission).error?.issues).toMatchObject([refusal]);
    for (const permission of ["users.read", "sessions.revoke"] as const)
      expect(parse(permission).success).toBe(true);
    const held = grant("users.update", { records: "own" });
    const key = await makeRole(world, [held]);
    expect((await getRole(world.services.db, key)).grants).toEqual([held]);
  });

  test("but one with equal conditions, or with more", async () => {
    const roleMaker = await makeRole(world, CONDITIONED);
    const ctx = await world.asHolder(await world.createUser({ roles: [roleMaker] }));
    const days = [...OFFICE_HOURS.days].reverse();
    await createRole(
      ctx,
      fields([
        grant("users.read", { department: "same", records: "own" }),
        grant("users.suspend", { time: { ...OFFICE_HOURS, days } }),
      ]),
    );
  });

  test("who edits the very role that they hold gains nothing by it", async () => {
    const key = await makeRole(world, CONDITIONED);
    const ctx = await world.asHolder(await world.createUser({ roles: [key] }));
    const role = { key, label: "Mine", description: "Mine", version: 1 };
    for (const gain of [
      [grant("users.read")],
      [...CONDITIONED, grant("users.suspend")],
      [...CONDITIONED, grant("mail.read")],
    ])
      await expect(updateRole(ctx, { ...role, grants: gain })).rejects.toMatchObject(
        beyond("grants"),
      );
    await updateRole(ctx, { ...role, grants: CONDITIONED.slice(0, 2) });
  });

  test("people act only on those who may do less: on nobody with a permission that they lack", async () => {
    const [health, support] = [
      await makeRole(world, [grant("health.read")]),
      await world.createUser({ roles: ["support"] }),
    ];
    const target = await world.createUser({ roles: ["viewer", health] });
    const input = { userId: target.id, reason: undefined };
    await expect(suspendUser(world.as(support), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await suspendUser(world.as(admin), input);
  });

  test("a custom role with every permission is not below itself, nor are owners below it", async () => {
    const { grants } = await getRole(world.services.db, "owner");
    const key = await makeRole(world, grants);
    const ctx = await world.asHolder(await world.createUser({ roles: [key] }));
    for (const roles of [[key], ["owner"]]) {
      const { id } = await world.createUser({ roles });
      await expect(suspendUser(ctx, { userId: id, reason: undefined })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    const { id } = await world.createUser({ roles: ["admin"] });
    await suspendUser(ctx, { userId: id, reason: undefined });
  });
});

describe("a change of a role counts on the next request", () => {
  async function signIn(user: User): Promise<string> {
    const session = await world.services.db.transaction((tx) =>
      createSession(tx, world.as(user), { userId: user.id, isRemembered: false }),
    );
    return session.token;
  }

  const holds = async (resolve: SessionResolver, token: string, address = "192.0.2.1") =>
    [...((await resolve(token, address))?.permissions.keys() ?? [])].sort();

  test("in every process, when it is changed, deleted, or changed in the database itself", async () => {
    const processes = [
      createSessionResolver(world.services),
      createSessionResolver(world.services),
    ];
    const input = fields([grant("users.read")]);
    await createRole(world.as(owner), input);
    const token = await signIn(await world.createUser({ roles: [input.key] }));
    const expectAll = async (permissions: string[]) => {
      for (const resolve of processes) expect(await holds(resolve, token)).toEqual(permissions);
    };
    await expectAll(["users.read"]);
    const wider = { ...input, grants: [grant("audit.read"), grant("users.read")], version: 1 };
    await updateRole(world.as(owner), wider);
    await expectAll(["audit.read", "users.read"]);
    const { raw } = world.services;
    await raw`update roles set grants = '[{"permission": "health.read"}]' where key = ${input.key}`;
    await expectAll(["health.read"]);
    await raw`delete from roles where key = ${input.key}`;
    await expectAll([]);
  });

  test("a stored grant that no schema knows any more grants nothing, and spares the others", async () => {
    const key = await makeRole(world, [
      { permission: "users.fly" } as never,
      { permission: "users.read", conditions: { moon: "full" } } as never,
      grant("audit.read"),
    ]);
    const token = await signIn(await world.createUser({ roles: [key] }));
    expect(await holds(createSessionResolver(world.services), token)).toEqual(["audit.read"]);
  });

  test("time and address are those of each request, also of requests that come at once", async () => {
    const key = await makeRole(world, [
      grant("users.read", { network: ["10.0.0.0/8"] }),
      grant("audit.read"),
    ]);
    const token = await signIn(await world.createUser({ roles: [key] }));
    const resolve = createSessionResolver(world.services);
    const addresses = ["10.1.2.3", "192.0.2.1", "10.9.9.9", "::ffff:10.1.1.1", "unknown"];
    const found = await Promise.all(addresses.map((address) => holds(resolve, token, address)));
    expect(found.map((permissions) => permissions.includes("users.read"))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
