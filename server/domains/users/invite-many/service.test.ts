import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { mailsTo } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { fingerprint } from "#server/testing/procedure-calls.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { InviteUsersInput } from "./schema.ts";
import { inviteUsers } from "./service.ts";

let world: TestWorld;
let counter = 0;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const newAddress = () => `invitee-${++counter}@example.com`;
const signIn = async (role: string, department: string | null = null) =>
  world.asHolder(await world.createUser({ roles: [role], department }));
type Input = Parameters<typeof InviteUsersInput.parse>[0];
const parse = (input: Input) => InviteUsersInput.parse(input);

function usersWith(emails: string[]) {
  return world.services.db.select().from(users).where(inArray(users.email, emails));
}

test("each line is invited for itself; those that cannot be are named in their place", async () => {
  const admin = await signIn("admin");
  const [ada, bob] = [newAddress(), newAddress()];
  const { email: taken } = await world.createUser();
  const { lines } = await inviteUsers(
    admin,
    parse({
      people: [
        { email: ` ${ada.toUpperCase()} `, name: "Ada Lovelace" },
        { email: "nobody", name: "Nobody" },
        { email: taken, name: "Twice There" },
        { email: ada, name: "Ada Again" },
        { email: newAddress(), name: " " },
        { email: newAddress(), name: "\ud800" },
        { email: bob, name: "Bob", department: "Legal" },
      ],
      roles: ["viewer"],
      department: "Sales",
    }),
  );
  expect(lines.map(({ refusal }) => refusal?.code ?? null)).toEqual([
    null,
    "invalid",
    "taken",
    "repeated",
    "invalid",
    "invalid",
    null,
  ]);
  const made = await usersWith([ada, bob]);
  expect(made).toHaveLength(2);
  expect(lines[0]?.userId).toBe(made.find(({ email }) => email === ada)?.id);
  expect(made.find(({ email }) => email === ada)).toMatchObject({
    department: "Sales",
    roles: ["viewer"],
    status: "invited",
  });
  expect(made.find(({ email }) => email === bob)?.department).toBe("Legal");
  for (const email of [ada, bob]) expect(await mailsTo(world, email, "invitation")).toHaveLength(1);
  expect(await mailsTo(world, taken)).toEqual([]);
});

test("a dry run says the same of every line, and changes and sends nothing", async () => {
  const admin = await signIn("admin");
  const { email: taken } = await world.createUser();
  const repeated = newAddress();
  const input = {
    people: [newAddress(), taken, "nobody", repeated, repeated].map((email) => ({
      email,
      name: "Somebody",
    })),
    roles: ["viewer"],
  };
  const before = await fingerprint(world);
  const rehearsed = await inviteUsers(admin, parse({ ...input, isDryRun: true }));
  expect(await fingerprint(world)).toBe(before);
  const done = await inviteUsers(admin, parse(input));
  expect(rehearsed.lines.map(({ refusal }) => refusal)).toEqual(
    done.lines.map(({ refusal }) => refusal),
  );
  expect(rehearsed.lines.map(({ userId }) => userId)).toEqual([null, null, null, null, null]);
});

test("nobody gives by the dozen what they lack, or to where their permission does not reach", async () => {
  const lead = await makeRole(world, [
    grant("users.create", { department: "same" }),
    grant("users.read", { department: "same" }),
  ]);
  const plain = await makeRole(world, [grant("users.read", { department: "same" })]);
  const actor = await signIn(lead, "Sales");
  const [here, there] = [newAddress(), newAddress()];
  const people = [
    { email: here, name: "Here" },
    { email: there, name: "There", department: "Legal" },
  ];
  for (const isDryRun of [true, false]) {
    const owners = await inviteUsers(actor, parse({ people, roles: ["owner"], isDryRun }));
    expect(owners.lines[0]?.refusal?.code).toBe("beyond_own_rights");
    const input = parse({ people, roles: [plain], department: "Sales", isDryRun });
    const { lines } = await inviteUsers(actor, input);
    expect(lines.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, "beyond_own_rights"]);
  }
  expect((await usersWith([here, there])).map(({ email }) => email)).toEqual([here]);
});

test("a dry run tells of no user whom the actor may not see", async () => {
  const lead = await makeRole(world, [
    grant("users.create"),
    grant("users.read", { department: "same" }),
  ]);
  const plain = await makeRole(world, [grant("users.read", { department: "same" })]);
  const actor = await signIn(lead, "Sales");
  const colleague = await world.createUser({ department: "Sales" });
  const stranger = await world.createUser({ department: "Legal" });
  const people = [colleague, stranger].map(({ email }) => ({ email, name: "Somebody" }));
  const { lines } = await inviteUsers(actor, parse({ people, roles: [plain], isDryRun: true }));
  expect(lines.map(({ refusal }) => refusal?.code ?? null)).toEqual(["taken", null]);
});

test("five hundred are invited well within the time of a request", async () => {
  const admin = await signIn("admin");
  const people = Array.from({ length: 500 }, () => ({ email: newAddress(), name: "One of many" }));
  const startedAt = performance.now();
  const { lines } = await inviteUsers(admin, parse({ people, roles: ["viewer"] }));
  expect(lines.every(({ refusal }) => refusal === null)).toBe(true);
  const limitMs = world.services.config.procedureTimeoutSeconds * 1000;
  expect(performance.now() - startedAt).toBeLessThan(limitMs);
  expect(
    InviteUsersInput.safeParse({ people: [...people, ...people], roles: ["viewer"] }).success,
  ).toBe(false);
});
