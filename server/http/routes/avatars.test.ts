import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRouter } from "#server/api/trpc.ts";
import { accountRouter } from "#server/domains/account/router.ts";
import { MAX_UPLOAD_BYTES } from "#server/domains/users/avatars/schema.ts";
import { usersRouter } from "#server/domains/users/router.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context } from "#server/platform/context.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

let world: TestWorld;
let server: TestServer;
let actor: User;
let png: Buffer;

beforeAll(async () => {
  world = await createTestWorld();
  actor = await world.createUser({ roles: ["admin"] });
  server = await startTestServer({
    appRouter: createRouter({ users: usersRouter, account: accountRouter }),
    createContext: async (_cookies: string | undefined, request: Context["request"]) => ({
      ...world.as(actor),
      request,
    }),
  });
  const background = { r: 200, g: 101, b: 14 };
  png = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .png()
    .toBuffer();
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const pathOf = ({ id }: Pick<User, "id">) => `/api/v1/users/${id}/avatar`;

function put(path: string, body: Buffer | string, headers: Record<string, string> = {}) {
  return server.fetch(path, {
    method: "PUT",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: { "content-type": "image/png", "x-binnacle-csrf": "1", ...headers },
  });
}

test("a picture is put, served with its tag, known by it, and removed", async () => {
  const path = pathOf(await world.createUser());
  expect((await server.fetch(path)).status).toBe(404);
  const answer = await put(path, png);
  expect(answer.status).toBe(200);
  const { tag } = (await answer.json()) as { tag: string };
  const served = await server.fetch(path);
  expect(served.status).toBe(200);
  const headers = Object.fromEntries(served.headers);
  expect(headers).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, max-age=3600",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    etag: `"${tag}"`,
  });
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
  for (const known of [`"${tag}"`, `W/"${tag}"`, `"other", "${tag}"`]) {
    const again = await server.fetch(path, { headers: { "if-none-match": known } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  }
  expect((await server.fetch(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  const head = await server.fetch(path, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  const csrf = { "x-binnacle-csrf": "1" };
  expect((await server.fetch(path, { method: "DELETE", headers: csrf })).status).toBe(200);
  expect((await server.fetch(path)).status).toBe(404);
});

test("everybody changes their own", async () => {
  const viewer = await world.createUser();
  const before = actor;
  actor = viewer;
  const answer = await put("/api/v1/account/avatar", png);
  expect(answer.status).toBe(200);
  expect((await server.fetch(pathOf(viewer))).status).toBe(200);
  expect((await put(pathOf(before), png)).status).toBe(403);
  actor = before;
});

test.each<[string, number, () => Promise<Response>]>([
  ["without the CSRF header", 403, () => put(pathOf(actor), png, { "x-binnacle-csrf": "0" })],
  ["of another origin", 403, () => put(pathOf(actor), png, { origin: "https://evil.example" })],
  ["as SVG", 415, () => put(pathOf(actor), "<svg/>", { "content-type": "image/svg+xml" })],
  ["as JSON", 415, () => put(pathOf(actor), "{}", { "content-type": "application/json" })],
  ["that is no picture", 422, () => put("/api/v1/account/avatar", "no picture")],
  ["that is empty", 422, () => put("/api/v1/account/avatar", "")],
  ["above 2 MB", 413, () => put(pathOf(actor), Buffer.alloc(MAX_UPLOAD_BYTES + 1))],
  ["of nobody", 404, () => put(pathOf({ id: world.services.newId() }), png)],
  ["of what is no id", 422, () => put("/api/v1/users/not-an-id/avatar", png)],
])("an upload %s is refused", async (_, status, upload) => {
  const answer = await upload();
  expect([answer.status, await answer.clone().text()]).toEqual([status, expect.any(String)]);
  const { detail } = (await answer.json()) as { detail: string };
  expect(detail).toMatch(/^[A-Z].*[a-z.]$/);
});

test("a picture of 2 MB passes the limit of other bodies", async () => {
  const large = Buffer.concat([png, Buffer.alloc(MAX_UPLOAD_BYTES - png.length)]);
  expect(large.length).toBeGreaterThan(server.services.config.bodyLimitBytes);
  expect((await put(pathOf(await world.createUser()), large)).status).toBe(200);
});
