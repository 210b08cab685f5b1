import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signInThrottles, tokens } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { settleBackgroundWork } from "#server/domains/auth/background.ts";
import { signIn } from "#server/domains/auth/sign-in/service.ts";
import { clearAccount } from "#server/domains/auth/throttles/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { usersWithStatus } from "#server/domains/users/schema.ts";
import { inviteUser } from "#server/domains/users/service.ts";
import { createAccount, visitor } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { listAttention } from "./attention.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
beforeEach(async () => {
  await world.services.db.delete(signInThrottles);
  await world.services.db.delete(users);
});
afterAll(() => world.close());

/** What somebody with these roles sees, the state of the machine that runs the tests left out. */
async function seenBy(user: User, isConfirmed = true) {
  const ctx = world.as(user);
  const emailVerifiedAt = isConfirmed ? world.services.now() : null;
  const items = await listAttention({ ...ctx, actor: { ...ctx.actor, emailVerifiedAt } });
  return items.filter(({ id }) => !id.startsWith("health."));
}

const ids = (items: { id: string }[]) => items.map(({ id }) => id);
const person = (role: User["roles"][number]) => world.createUser({ roles: [role] });
const fail = (email: string, times: number) =>
  Promise.all(
    Array.from({ length: times }, () =>
      signIn(visitor(world), { email, password: "wrong", remember: false }).catch(() => undefined),
    ),
  ).then(settleBackgroundWork);

test("with two owners, no open invitation and nobody locked out there is nothing to do", async () => {
  const owner = await person("owner");
  await person("owner");
  expect(await seenBy(owner)).toEqual([]);
});

test("an account that failed ten times is named until its door opens, and nine times is no news", async () => {
  const support = await person("support");
  const user = await createAccount(world, { name: "Lena Lock" });
  await fail(user.email, 9);
  expect(await seenBy(support)).toEqual([]);
  await fail(user.email, 1);
  expect(await seenBy(support)).toMatchObject([
    { title: "Lena Lock is locked out", href: `/users/${user.id}`, severity: "warning" },
  ]);
  expect(await seenBy(await person("viewer"))).toEqual([]);
  world.advance(15 * MINUTE_MS + 1_000);
  expect(await seenBy(support)).toEqual([]);
});

test("an address without an account can be locked without becoming news", async () => {
  const support = await person("support");
  await fail("ghost@example.com", 12);
  expect(await seenBy(support)).toEqual([]);
});

test("an account that proves itself another way is news no longer", async () => {
  const support = await person("support");
  const user = await createAccount(world);
  await fail(user.email, 10);
  await clearAccount(world.services.db, "sign-in", user.email);
  expect(await seenBy(support)).toEqual([]);
});

test("an invitation is news a day before it expires and after, for those who can send another", async () => {
  const admin = await person("admin");
  const invite = (email: string) =>
    inviteUser(world.as(admin), { email, name: "Ina", roles: ["viewer"] });
  await invite("one@example.com");
  await invite("two@example.com");
  expect(await seenBy(admin)).toEqual([]);
  world.advance(6.5 * DAY_MS);
  expect(await seenBy(admin)).toMatchObject([{ title: "2 invitations expire within a day" }]);
  await invite("three@example.com");
  world.advance(DAY_MS);
  expect(await seenBy(admin)).toMatchObject([
    { title: "2 invitations have expired", href: usersWithStatus("invited") },
  ]);
  expect(await seenBy(await person("support"))).toEqual([]);
});

test("an expired invitation stays news when its link has been purged", async () => {
  const admin = await person("admin");
  await world.createUser({ status: "invited" });
  await world.services.db.delete(tokens);
  expect(await seenBy(admin)).toMatchObject([{ title: "1 invitation has expired" }]);
});

test("more than a thousand expired invitations are not counted one by one", async () => {
  const admin = await person("admin");
  const template = await world.createUser({ status: "invited" });
  const many = Array.from({ length: 1_050 }, (_, index) => ({
    ...template,
    id: world.services.newId(),
    email: `many-${index}@example.com`,
  }));
  await world.services.db.insert(users).values(many);
  expect(await seenBy(admin)).toMatchObject([
    { title: "More than 1,000 invitations have expired" },
  ]);
});

test("a lone owner and an unconfirmed address are advice to that very person", async () => {
  const owner = await person("owner");
  const admin = await person("admin");
  expect(ids(await seenBy(owner, false))).toEqual(["account.unconfirmed", "owners.one"]);
  expect(ids(await seenBy(admin, false))).toEqual(["account.unconfirmed"]);
  await world.createUser({ roles: ["owner"], status: "suspended" });
  expect(ids(await seenBy(owner))).toEqual(["owners.one"]);
});

test("a migration that is missing is news to those who may see the health", async () => {
  const { raw } = world.services;
  const admin = await person("admin");
  const viewer = await person("viewer");
  const [last] = await raw`delete from schema_migrations
    where name = (select max(name) from schema_migrations) returning *`;
  const find = async (user: User) =>
    (await listAttention(world.as(user))).find(({ id }) => id === "health.migrations");
  expect(await find(admin)).toMatchObject({ title: "1 not applied yet", href: "/health" });
  expect(await find(viewer)).toBeUndefined();
  await raw`insert into schema_migrations ${raw(last ?? {})}`;
});
