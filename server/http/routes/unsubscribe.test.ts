import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailPreferences } from "#db/schema/mail.ts";
import { createSecret } from "#server/platform/secret.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

let world: TestWorld;
let server: TestServer;
let token: string;

beforeAll(async () => {
  world = await createTestWorld();
  server = await startTestServer({ parts: { db: world.services.db } });
});
afterAll(async () => {
  await server.close();
  await world.close();
});
beforeEach(async () => {
  token = createSecret();
  await world.services.db.delete(mailPreferences);
  await world.services.db.insert(mailPreferences).values({
    ...{ recipient: "ada@example.com", category: "alerts", isWanted: true },
    ...{ token, changedAt: new Date() },
  });
});

const post = (body: BodyInit, given = token, headers: Record<string, string> = {}) =>
  server.fetch(`/api/mail/unsubscribe?token=${given}`, { method: "POST", body, headers });
const isWanted = async () => (await world.services.db.select().from(mailPreferences))[0]?.isWanted;

const oneClick = () => new URLSearchParams({ "List-Unsubscribe": "One-Click" });
const asMultipart = () => {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  return form;
};

test.each([
  ["urlencoded", oneClick],
  ["multipart", asMultipart],
])("one click ends it, without a cookie or a page of ours: %s", async (_, body) => {
  expect((await post(body())).status).toBe(204);
  expect(await isWanted()).toBe(false);
  // A mail program that asks again is told the same.
  expect((await post(body())).status).toBe(204);
});

test("opening the address changes nothing, and leads to the page that asks", async () => {
  const answer = await server.fetch(`/api/mail/unsubscribe?token=${token}`, { redirect: "manual" });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toMatch(`/unsubscribe?token=${token}`);
  expect(await isWanted()).toBe(true);
});

const JSON_TYPE = { "content-type": "application/json" };
const BROKEN = { "content-type": "multipart/form-data; boundary=y" };

test.each([
  { what: "another wish", body: new URLSearchParams({ "List-Unsubscribe": "No" }), status: 400 },
  { what: "nothing", body: new URLSearchParams(), status: 400 },
  { what: "JSON", body: "{}", headers: JSON_TYPE, status: 415 },
  { what: "a broken form", body: "--x", headers: BROKEN, status: 400 },
  { what: "too much", body: new URLSearchParams({ a: "x".repeat(2_000) }), status: 413 },
])("$what is refused, and changes nothing", async ({ body, headers, status }) => {
  expect((await post(body, token, headers)).status).toBe(status);
  expect(await isWanted()).toBe(true);
});

test.each([
  ["made-up", 404],
  ["", 422],
  ["x".repeat(200), 422],
])("with the token %j it answers %i", async (given, status) => {
  expect((await post(oneClick(), given)).status).toBe(status);
  expect(await isWanted()).toBe(true);
});
