import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mailEvents, mailSuppressions, outboxMails } from "#db/schema/mail.ts";
import { findObjection } from "#server/domains/mail/delivery/queries.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

const key = randomBytes(24);
const SECRET = `whsec_${key.toString("base64")}`;

let world: TestWorld;
let server: TestServer;
let mailId: string;

beforeEach(async () => {
  world = await createTestWorld();
  const parts = { db: world.services.db };
  server = await startTestServer({ config: { resendWebhookSecret: SECRET }, parts });
  mailId = randomUUID();
  await world.services.db.insert(outboxMails).values({
    ...{ id: mailId, template: "invitation", recipient: "ada@example.com", subject: "Hello" },
    ...{ html: "<p>", text: "", createdAt: new Date(), status: "queued" },
  });
});
afterEach(async () => {
  await server.close();
  await world.close();
});

interface Report {
  type: string;
  at?: string;
  data?: object;
  id?: string;
  offSeconds?: number;
  signature?: string;
}

async function report(given: Report): Promise<number> {
  const { type, at = new Date().toISOString(), id = `msg_${randomUUID()}` } = given;
  const { offSeconds = 0, data = { email_id: "re_1", tags: { mail: mailId } } } = given;
  const seconds = Math.floor(Date.now() / 1000) + offSeconds;
  const body = JSON.stringify({ type, created_at: at, data });
  const signed = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  const answer = await server.fetch("/api/webhooks/resend", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "svix-id": id,
      "svix-timestamp": String(seconds),
      "svix-signature": given.signature ?? `v1,${signed}`,
    },
    body,
  });
  return answer.status;
}

const db = () => world.services.db;
const readMail = async () => (await db().select().from(outboxMails))[0];
const readStatus = async () => (await readMail())?.status;
const readKinds = async () =>
  (await db().select().from(mailEvents).orderBy(asc(mailEvents.at))).map(({ kind }) => kind);
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

test("reports make a mail sent and delivered, in whatever order and however often they come", async () => {
  expect(await report({ type: "email.delivered", at: ago(1), id: "msg_2" })).toBe(204);
  expect(await report({ type: "email.sent", at: ago(5), id: "msg_1" })).toBe(204);
  expect(await report({ type: "email.delivered", at: ago(1), id: "msg_2" })).toBe(204);
  expect(await readStatus()).toBe("delivered");
  expect(await readKinds()).toEqual(["sent", "delivered"]);
});

const bounce = (type?: string) => ({
  ...{ email_id: "re_1", tags: { mail: mailId } },
  bounce: { type, message: "The mailbox is full" },
});
const readSuppressions = () => db().select().from(mailSuppressions);

test("a permanent bounce holds the address back; one that passes or of which nobody knows does not", async () => {
  for (const type of ["Transient", "Undetermined", undefined]) {
    await report({ type: "email.bounced", data: bounce(type) });
  }
  expect(await readSuppressions()).toEqual([]);
  await report({ type: "email.bounced", data: bounce("Permanent") });
  expect(await readSuppressions()).toMatchObject([
    { recipient: "ada@example.com", reason: "bounced", createdByName: null },
  ]);
  await report({ type: "email.complained" });
  expect(await readStatus()).toBe("complained");
  expect(await readSuppressions()).toMatchObject([{ reason: "bounced" }]);
});

test("a complaint holds back what can be given up, and nothing that an account needs", async () => {
  await report({ type: "email.complained" });
  const recipient = "Ada@example.com";
  expect(await findObjection(db(), { recipient, template: "job-alert" })).toBe("suppressed");
  expect(await findObjection(db(), { recipient, template: "password-reset" })).toBeNull();
  await report({ type: "email.bounced", data: bounce("Permanent") });
  expect(await readSuppressions()).toMatchObject([{ reason: "bounced" }]);
  expect(await findObjection(db(), { recipient, template: "password-reset" })).toBe("suppressed");
});

test("a failure that is reported after the mail was sent counts, in whatever order they come", async () => {
  await report({ type: "email.sent", at: ago(5) });
  const data = { ...bounce(), failed: { reason: "The domain is not verified" } };
  await report({ type: "email.failed", at: ago(1), data });
  expect(await readMail()).toMatchObject({ status: "failed", reason: null });
  await report({ type: "email.sent", at: ago(5) });
  expect(await readStatus()).toBe("failed");
});

test.each([
  ["email.sent", "sent"],
  ["email.delivered", "delivered"],
  ["email.bounced", "bounced"],
  ["email.complained", "complained"],
])("what is reported of mail that we gave up ourselves counts: %s", async (type, status) => {
  const given = { status: "failed", reason: "gave-up", problem: "No answer" } as const;
  await db().update(outboxMails).set(given);
  await report({ type: "email.failed" });
  expect(await readMail()).toMatchObject(given);
  await report({ type });
  expect(await readMail()).toMatchObject({ status, reason: null, providerId: "re_1" });
});

test("by the provider's id alone, too; mail of somebody else and kinds that say nothing are passed over", async () => {
  await db().update(outboxMails).set({ providerId: "re_9" });
  expect(await report({ type: "email.delivered", data: { email_id: "re_9" } })).toBe(204);
  expect(await readStatus()).toBe("delivered");
  expect(await report({ type: "email.bounced", data: { email_id: "re_other" } })).toBe(204);
  expect(await report({ type: "email.opened" })).toBe(204);
  expect(await report({ type: "email.bounced", data: { tags: { mail: "x' or 1=1" } } })).toBe(204);
  expect(await readKinds()).toEqual(["delivered"]);
});

test.each([
  ["no signature", { signature: "" }],
  ["a made-up signature", { signature: `v1,${randomBytes(32).toString("base64")}` }],
  ["an old time", { offSeconds: -310 }],
  ["a time to come", { offSeconds: 310 }],
])("%s is 401 and changes nothing", async (_, wrong) => {
  expect(await report({ type: "email.bounced", ...wrong })).toBe(401);
  expect([await readStatus(), await readKinds()]).toEqual(["queued", []]);
});

test("a signed body of another shape is 422, a body that is not JSON 4xx, another method 405", async () => {
  expect(await report({ type: "email.sent", at: "yesterday" })).toBe(422);
  const post = (body: string, type = "application/json") =>
    server.fetch("/api/webhooks/resend", {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
  expect((await post("{")).status).toBe(401);
  expect((await post("{}", "text/plain")).status).toBe(415);
  expect((await server.fetch("/api/webhooks/resend")).status).toBe(405);
  expect(await readKinds()).toEqual([]);
});

test("without a secret there is no such address", async () => {
  await server.close();
  server = await startTestServer();
  expect(await report({ type: "email.sent" })).toBe(404);
});
