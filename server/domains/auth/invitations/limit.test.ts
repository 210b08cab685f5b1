import { afterAll, beforeAll, expect, test } from "vitest";
import { inviteUsers } from "#server/domains/users/invite-many/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { inviteUser, resendInvitation } from "#server/domains/users/service.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { mailsTo } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { withInvitationLimit } from "./service.ts";

const HOUR = 3_600_000;
const MOST = 1_000;
let world: TestWorld;
let lastPerson = 0;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const newPerson = () => ({ email: `invited-${++lastPerson}@example.com`, name: "Ines" });
const invite = (by: User) => inviteUser(world.as(by), { ...newPerson(), roles: ["viewer"] });
const admin = () => world.createUser({ roles: ["admin"] });

/** Uses up all but `left` invitations without sending them. */
async function useUp(by: User, left: number): Promise<void> {
  for (let sent = left; sent < MOST; sent += 50) {
    const many = Array.from({ length: Math.min(50, MOST - sent) });
    await Promise.all(many.map(() => withInvitationLimit(world.as(by), async () => undefined)));
  }
}

test("a thousand invitations an hour go out, new and repeated ones, and then none of this sender", async () => {
  const sender = await admin();
  await useUp(sender, 2);
  const invited = await invite(sender);
  await resendInvitation(world.as(sender), { userId: invited.id });
  const refused = { code: "RATE_LIMITED", message: expect.stringMatching(/At most 1,000 invit/) };
  const count = lastPerson;
  await expect(invite(sender)).rejects.toMatchObject(refused);
  expect(await mailsTo(world, `invited-${count + 1}@example.com`)).toEqual([]);
  await expect(resendInvitation(world.as(sender), { userId: invited.id })).rejects.toMatchObject(
    refused,
  );
  await invite(await admin());
  const system = createSystemContext(world.services, "users.invite");
  await inviteUser(system, { ...newPerson(), roles: ["viewer"] });
  world.advance(HOUR - 60_000);
  await expect(invite(sender)).rejects.toMatchObject(refused);
  world.advance(60_000);
  await invite(sender);
});

test("an invitation that is refused for something else costs nothing", async () => {
  const sender = await admin();
  await useUp(sender, 1);
  const taken = { email: sender.email, name: "Taken", roles: ["viewer"] };
  for (let times = 0; times < 3; times++) {
    await expect(inviteUser(world.as(sender), taken)).rejects.toMatchObject({ code: "VALIDATION" });
  }
  await invite(sender);
  await expect(invite(sender)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("of many at once the rehearsal and the outcome name those who are too many", async () => {
  const sender = await admin();
  await useUp(sender, 2);
  const people = [newPerson(), { email: "nonsense", name: "No" }, newPerson(), newPerson()];
  const codes = async (isDryRun: boolean) => {
    const input = { people, roles: ["viewer"], isDryRun };
    const { lines } = await inviteUsers(world.as(sender), input);
    return lines.map(({ refusal }) => refusal?.code ?? null);
  };
  const expected = [null, expect.any(String), null, "RATE_LIMITED"];
  expect(await codes(true)).toEqual(expected);
  expect(await codes(false)).toEqual(expected);
  const all = Array.from({ length: 50 }, () => invite(sender));
  const results = await Promise.allSettled(all);
  expect(results.every(({ status }) => status === "rejected")).toBe(true);
});
