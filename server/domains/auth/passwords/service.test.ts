import { afterAll, beforeAll, expect, test } from "vitest";
import { createSessionResolver, type SessionResolver } from "#server/domains/sessions/resolver.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import {
  auditOf,
  createAccount,
  mailsTo,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { signIn } from "../sign-in/service.ts";
import { changePassword } from "./service.ts";

let world: TestWorld;
let resolve: SessionResolver;

beforeAll(async () => {
  world = await createTestWorld();
  resolve = createSessionResolver(world.services);
});
afterAll(() => world.close());

async function signedIn(
  user: User,
): Promise<{ ctx: Context & { actor: UserActor }; token: string }> {
  const ctx = world.anonymous();
  await signIn(ctx, { email: user.email, password: PASSWORD, remember: false });
  const token = sentToken(ctx) ?? "";
  const actor = await resolve(token);
  if (!actor) throw new Error("the session does not resolve");
  return { ctx: { ...world.anonymous(), actor }, token };
}

const change = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD };

test("changing the password keeps this session, ends the others, is audited and told by mail", async () => {
  const user = await createAccount(world);
  const [here, there] = [await signedIn(user), await signedIn(user)];
  await changePassword(here.ctx, change);
  expect(await resolve(here.token)).toBeDefined();
  expect(await resolve(there.token)).toBeUndefined();
  const [entry] = await auditOf(world, "password.changed");
  expect(entry).toMatchObject({ actorId: user.id, subjectId: user.id, changes: {} });
  expect(await mailsTo(world, user.email, "password-changed")).toHaveLength(1);
  await signIn(world.anonymous(), {
    email: user.email,
    password: OTHER_PASSWORD,
    remember: false,
  });
});

test.each([
  [{ currentPassword: "wrong" }, "currentPassword", "wrong"],
  [{ newPassword: PASSWORD }, "newPassword", "unchanged"],
  [{ newPassword: "passwordpassword" }, "newPassword", "too_weak"],
  [{ newPassword: "short" }, "newPassword", "too_small"],
])("%j is refused on its field", async (difference, path, code) => {
  const { ctx, token } = await signedIn(await createAccount(world));
  await expect(changePassword(ctx, { ...change, ...difference })).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path, code }],
  });
  expect(await resolve(token)).toBeDefined();
});

test("a stolen session cannot guess the password: ten tries, then a pause", async () => {
  const { ctx } = await signedIn(await createAccount(world));
  const guess = { ...change, currentPassword: "wrong" };
  const tries = Array.from({ length: 20 }, () =>
    changePassword(ctx, guess).catch(({ code }: { code: string }) => code),
  );
  const codes = await Promise.all(tries);
  expect(codes.filter((code) => code === "VALIDATION")).toHaveLength(10);
  expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(10);
});

test("of two changes at once, one counts", async () => {
  const { ctx } = await signedIn(await createAccount(world));
  const results = await Promise.allSettled([
    changePassword(ctx, change),
    changePassword(ctx, { ...change, newPassword: `${OTHER_PASSWORD} twice` }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
