import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createMailWorld,
  type MailWorld,
  openBreaker,
  samples,
} from "#server/testing/mail-world.ts";
import { type Behaviour, startResendPeer } from "#server/testing/resend-peer.ts";
import { priorityOf, SEND_MAIL } from "./catalog.ts";

const HOUR = 3_600;
const { signal } = new AbortController();
const mail = {
  ...{ id: "x", to: "a@example.com", subject: "s", html: "h", text: "t", headers: {} },
};

let world: MailWorld;
let peer: Awaited<ReturnType<typeof startResendPeer>>;

beforeEach(async () => {
  world = await createMailWorld();
  peer = await startResendPeer();
  world.use({ resendApiKey: "re_test", resendBaseUrl: peer.url });
});
afterEach(async () => {
  await world.close();
  await peer.close();
});

const write = () => world.write(samples.signIn("ada@example.com"));
const times = (count: number, behaviour: Behaviour) =>
  Array.from({ length: count }, () => behaviour);

test("while it is left alone, mail waits and no attempt is used up", async () => {
  await openBreaker(world.services.mailer, peer);
  const id = await write();
  await world.startSending();
  await expect.poll(() => world.jobs()).toHaveLength(2);
  const [first, second] = await world.jobs();
  await expect.poll(async () => (await world.jobs())[0]?.state).toBe("completed");
  expect(first?.wait).toBe(0);
  expect(second).toMatchObject({ state: "created", priority: priorityOf("new-sign-in") });
  expect(second?.wait).toBeGreaterThan(29);
  expect(await world.read(id)).toMatchObject({
    status: "queued",
    events: [{ kind: "delayed", reason: "resting", detail: null }],
  });
  expect(peer.requests).toHaveLength(5);
});

test.each([422, 429])("answers of %i do not open the breaker", async (status) => {
  const { mailer } = world.services;
  peer.script(...times(8, status));
  for (let attempt = 0; attempt < 8; attempt++) {
    await expect(mailer.send(mail, signal)).rejects.toThrow(String(status));
  }
  expect(mailer.breaker()).toBe("closed");
});

test("told to come later, mail is sent then and no sooner", async () => {
  peer.script({ status: 429, retryAfterSeconds: 2 });
  const id = await write();
  await world.startSending();
  await expect.poll(() => world.jobs()).toHaveLength(2);
  const [, second] = await world.jobs();
  expect(second?.wait).toBeGreaterThan(1.5);
  expect(second?.wait).toBeLessThan(4);
  await world.untilStatus(id, "sent");
  expect(peer.requests).toHaveLength(2);
  expect(await world.kindsOf(id)).toEqual(["delayed", "sent"]);
});

test("while mail waits its log says why, once for each reason", async () => {
  const soon = { status: 429, retryAfterSeconds: 1 };
  peer.script(soon, soon, 503);
  const id = await write();
  await world.startSending();
  await world.untilStatus(id, "sent");
  const events = await world.eventsOf(id);
  expect(events.map(({ kind }) => kind)).toEqual(["delayed", "delayed", "sent"]);
  expect(events.map(({ detail }) => detail)).toEqual([
    expect.stringContaining("429"),
    expect.stringContaining("503"),
    null,
  ]);
  expect(await world.read(id)).toMatchObject({ problem: null });
});

test("the longer mail has waited, the longer it is put off", async () => {
  peer.script(429);
  const id = await write();
  await world.age(id, HOUR);
  await world.startSending();
  await expect.poll(() => world.jobs()).toHaveLength(2);
  expect((await world.jobs())[1]?.wait).toBeCloseTo(HOUR / 2, -2);
});

test.each<[string, number, Behaviour]>([
  ["with an error", 23.1 * HOUR, 500],
  ["that it comes too soon", 22.5 * HOUR, 429],
])("after a day, mail is given up that the provider answers %s", async (_, age, behaviour) => {
  peer.script(behaviour);
  const id = await write();
  await world.age(id, age);
  await world.startSending();
  await world.untilStatus(id, "failed");
  expect(await world.read(id)).toMatchObject({
    reason: "gave-up",
    problem: expect.stringContaining("Scripted"),
  });
  expect(await world.jobs()).toHaveLength(1);
});

test("what waits for a provider that is away is tried for most of the day in which it knows its key", () => {
  const { retryLimit, retryDelaySeconds, retryDelayMaxSeconds } = SEND_MAIL;
  // As pg-boss doubles them, with jitter between half and all.
  const delays = Array.from({ length: retryLimit }, (_, index) => retryDelaySeconds * 2 ** index);
  const sumOf = (factor: number) =>
    delays.reduce((sum, delay) => sum + Math.min(delay * factor, retryDelayMaxSeconds), 0);
  expect(sumOf(1)).toBeGreaterThan(20 * HOUR);
  expect(sumOf(2)).toBeLessThan(24 * HOUR);
});

test("mail whose link has expired is not sent", async () => {
  const reset = { ...samples.reset("ada@example.com"), expiresAt: new Date(Date.now() - 1_000) };
  const id = await world.write(reset);
  await world.startSending();
  await world.untilStatus(id, "failed");
  expect(await world.read(id)).toMatchObject({ reason: "expired", canBeSent: false });
  expect(peer.requests).toHaveLength(0);
});
