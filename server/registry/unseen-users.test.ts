import { afterAll, beforeAll, expect, test } from "vitest";
import type { User } from "#server/domains/users/schema.ts";
import { deleteUser } from "#server/domains/users/trash.ts";
import type { Grant } from "#server/platform/access/schema.ts";
import { createAccount } from "#server/testing/accounts.ts";
import type { TestWorld } from "#server/testing/context.ts";
import { aimAt, callProcedure, fingerprint, procedures } from "#server/testing/procedure-calls.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";
import { grant, makeRole } from "#server/testing/roles.ts";

/** Stands for the user in the examples of procedures. */
const EXAMPLE_ID = "0192f0c0-7c1e-7000-8000-000000000001";
const NOBODY_ID = "0192f0c0-ffff-7000-8000-00000000ffff";
const SAME = { department: "same" } as const;
const ACTS = ["users.update", "users.suspend", "users.delete", "users.impersonate"] as const;

/** Whoever sees some and acts on all, on some, or on some at the moment only. */
const MIXES: Record<string, Grant[]> = {
  "sees a department, acts on everybody": [
    grant("users.read", SAME),
    grant("sessions.revoke", SAME),
    grant("audit.read", SAME),
    ...ACTS.map((permission) => grant(permission)),
  ],
  "sees themselves, acts on everybody": [
    grant("users.read", { records: "own" }),
    grant("sessions.revoke", { records: "own" }),
    ...ACTS.map((permission) => grant(permission)),
  ],
  "sees everybody, acts on a department": [
    grant("users.read"),
    grant("sessions.revoke", SAME),
    ...ACTS.map((permission) => grant(permission, { ...SAME, network: ["127.0.0.0/8"] })),
  ],
  "acts on everybody, sees nobody": ACTS.map((permission) => grant(permission)),
};

const aboutUsers = Object.entries(procedures).filter(
  ([, { _def }]) =>
    _def.type === "mutation" &&
    _def.meta.permission !== null &&
    JSON.stringify(_def.meta.example ?? {}).includes(EXAMPLE_ID),
);

let started: ProgramWorld;
let world: TestWorld;
let hidden: { user: User; sessionId: string }[];

beforeAll(async () => {
  started = await startProgramWorld();
  world = started.world;
  const owner = await world.createUser({ roles: ["owner"] });
  const people = [
    await createAccount(world, { name: "Zaphod Hidden", department: "Sales" }),
    await createAccount(world, { name: "Trudy Trashed", department: "Sales" }),
    await createAccount(world, { name: "Otto Owner", roles: ["owner"] }),
  ];
  hidden = await Promise.all(
    people.map(async (user) => ({ user, sessionId: (await started.openSession(user)).sessionId })),
  );
  await deleteUser(world.as(owner), { userId: people[1]?.id ?? "" });
}, 60_000);
afterAll(() => started.close());

test("the procedures that change a user are known by their examples", () => {
  expect(aboutUsers.map(([path]) => path)).toEqual(
    expect.arrayContaining(["users.update", "users.deleteMany", "users.purge", "users.restore"]),
  );
});

test.each(Object.entries(MIXES))(
  "who %s is told of the others what is told of nobody, and changes nothing",
  async (_, grants) => {
    const role = await makeRole(world, [grant("account.manage"), ...grants]);
    const actor = await world.createUser({ roles: [role], department: "Research" });
    const { cookie } = await started.openSession(actor);
    for (const [path, { _def }] of aboutUsers) {
      for (const { user, sessionId } of hidden) {
        const aimed = JSON.stringify(aimAt({ user, sessionId }, _def.meta.example));
        const ask = async (userId: string) => {
          const input = JSON.parse(
            aimed.replaceAll(EXAMPLE_ID, userId).replaceAll(user.id, userId),
          );
          const { url } = started.program;
          const answer = await callProcedure({ url, path, input, cookie });
          return { ...answer, body: anonymous(answer.body, userId) };
        };
        const before = await fingerprint(world);
        const told = await ask(user.id);
        expect(told, `${path} on ${user.name}`).toEqual(await ask(NOBODY_ID));
        expect(told.body, path).not.toContain(user.email);
        expect(await fingerprint(world), `${path} on ${user.name}`).toBe(before);
      }
    }
  },
  60_000,
);

/** Without what differs from call to call. */
function anonymous(body: string, userId: string): string {
  return body.replaceAll(userId, "them").replace(/"requestId":"[^"]+"/g, '"requestId":"this"');
}
