import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { errorGroups } from "#db/schema/errors.ts";
import { callProcedure } from "#server/testing/procedure-calls.ts";
import { until } from "#server/testing/program.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";
import type { ErrorGroup, ErrorGroupDetail } from "./schema.ts";

const SOON = { timeout: 20_000, interval: 100 };

let started: ProgramWorld;
let cookie: string;

beforeAll(async () => {
  started = await startProgramWorld();
  const owner = await started.world.createUser({ name: "Ada Lovelace", roles: ["owner"] });
  ({ cookie } = await started.openSession(owner));
}, 60_000);
beforeEach(async () => void (await started.world.services.db.delete(errorGroups)));
afterAll(() => started.close());

/** Takes a table away from the running program, as somebody with psql would, and puts it back. */
async function without<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  const { db } = started.world.services;
  const away = `${table}_away`;
  await db.execute(sql`alter table ${sql.identifier(table)} rename to ${sql.identifier(away)}`);
  try {
    return await work();
  } finally {
    await db.execute(sql`alter table ${sql.identifier(away)} rename to ${sql.identifier(table)}`);
  }
}

interface Answer {
  status: number;
  body: string;
  requestId: string | null;
}

async function request(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { cookie, "x-binnacle-csrf": "1", ...(init.headers as Record<string, string>) };
  const answer = await fetch(started.program.url + path, { ...init, headers });
  const { status } = answer;
  return { status, body: await answer.text(), requestId: answer.headers.get("x-request-id") };
}

const UNSUBSCRIBE = {
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "List-Unsubscribe=One-Click",
};
const unsubscribe = () => request("/api/mail/unsubscribe?token=none", UNSUBSCRIBE);
const failUnsubscribing = () => without("mail_preferences", unsubscribe);

async function call<Output>(path: string, input: object): Promise<Output> {
  const { status, body } = await callProcedure({ url: started.program.url, path, input, cookie });
  expect(status, body).toBe(200);
  return JSON.parse(body).result.data.json;
}

async function read(place: string): Promise<ErrorGroupDetail> {
  const { items } = await call<{ items: ErrorGroup[] }>("errors.list", { search: place });
  const group = items.find((one) => one.place === place);
  if (!group) throw new Error(`No group of ${place}`);
  return call("errors.get", { groupId: group.id });
}

const waitFor = (place: string) => vi.waitFor(() => read(place), SOON);

/** Every group that there is, once all that was reported up to now has been written. */
async function listAll(): Promise<[kind: string, place: string, count: number][]> {
  await failUnsubscribing();
  await waitFor("/api/mail/unsubscribe");
  const { items } = await call<{ items: ErrorGroup[] }>("errors.list", {});
  return items
    .filter(({ place }) => place !== "/api/mail/unsubscribe")
    .map(({ kind, place, count }): [string, string, number] => [kind, place, count])
    .sort();
}

test("a procedure that fails is in its group within seconds, with the id that its caller was told", async () => {
  const { url } = started.program;
  const failed = await without("saved_views", () =>
    callProcedure({ url, path: "views.list", input: { list: "users" }, cookie }),
  );
  expect(failed.status).toBe(500);
  const requestId = /"requestId":"([^"]+)"/.exec(failed.body)?.[1];
  expect(await waitFor("views.list")).toMatchObject({
    ...{ kind: "procedure", count: 1 },
    samples: [{ requestId, actorName: "Ada Lovelace" }],
  });
});

test.each([
  { kind: "request", place: "/api/mail/unsubscribe", fail: failUnsubscribing },
  { kind: "page", place: "/users", fail: () => without("sessions", () => request("/users")) },
])(
  "a $kind that fails is counted once, with the id that its caller was told, and comes back after it was resolved",
  async ({ kind, place, fail }) => {
    const first = await fail();
    expect(first.status).toBe(500);
    const found = await waitFor(place);
    expect(found).toMatchObject({
      ...{ kind, place, count: 1, name: "PostgresError", status: "open", cameBackAt: null },
      samples: [{ requestId: first.requestId }],
    });
    await call("errors.settle", { selection: { ids: [found.id] }, status: "resolved" });
    expect(await read(place)).toMatchObject({ status: "resolved", count: 1 });

    const second = await fail();
    await vi.waitFor(async () => expect((await read(place)).count).toBe(2), SOON);
    expect(await read(place)).toMatchObject({
      ...{ id: found.id, status: "open", cameBackAt: expect.any(String) },
      samples: [{ requestId: second.requestId }, { requestId: first.requestId }],
    });
  },
);

test("the body of a refused request names its id; a page shows the number that leads to it in the log", async () => {
  const failed = await failUnsubscribing();
  expect(JSON.parse(failed.body)).toMatchObject({ code: "INTERNAL", requestId: failed.requestId });
  const page = await without("sessions", () => request("/users"));
  const isOfPage = (line: string) =>
    line.includes('"msg":"page failed"') && line.includes(`"requestId":"${page.requestId}"`);
  const line = await vi.waitUntil(() => started.program.output().split("\n").find(isOfPage), SOON);
  expect(page.body).toContain(`"digest":"${JSON.parse(line).digest}"`.replaceAll('"', '\\"'));
  expect((await waitFor("/users")).samples[0]?.requestId).toBe(page.requestId);
});

test("what fails before it is known who asks is told of the area", async () => {
  const { url } = started.program;
  await without("sessions", async () => {
    expect((await request("/api/v1/health")).status).toBe(500);
    const path = "account.get";
    expect((await callProcedure({ url, path, input: {}, cookie })).status).toBe(500);
  });
  expect(await listAll()).toEqual([
    ["request", "/api/*", 1],
    ["request", "/api/trpc", 1],
  ]);
});

test("a procedure that fails under a request or a page is counted once, as the procedure", async () => {
  const exported = await without("audit_entries", () => request("/api/v1/audit/export"));
  const page = await without("mail_preferences", () => request("/unsubscribe?token=none"));
  expect([exported.status, page.status]).toEqual([500, 500]);
  expect(await listAll()).toEqual([
    ["procedure", "audit.export", 1],
    ["procedure", "mail.subscription", 1],
  ]);
  const { samples } = await read("audit.export");
  expect(samples).toMatchObject([{ requestId: exported.requestId, actorName: "Ada Lovelace" }]);
});

test("next-auth fails where it would say that nobody is signed in, and its failure is a request's", async () => {
  const failed = await without("sessions", () => request("/api/auth/session"));
  expect(failed.status).toBe(500);
  const [[kind, place, count] = []] = await listAll();
  expect([kind, count]).toEqual(["request", 1]);
  expect(place).toMatch(/^\/api\/auth\//);
  expect(await read(place ?? "")).toMatchObject({ samples: [{ requestId: failed.requestId }] });
  expect(started.program.output()).not.toContain("[auth]");
});

test("a subscription that cannot begin is an error of its connection, whose id its client is told", async () => {
  const address = `${started.program.url.replace("http", "ws")}/api/trpc`;
  const socket = new WebSocket(address, { headers: { cookie } });
  const answers: string[] = [];
  socket.on("message", (data) => answers.push(String(data)));
  await new Promise((resolve) => socket.once("open", resolve));
  const params = { path: "events.subscribe", input: { json: {} } };
  await without("sessions", async () => {
    socket.send(JSON.stringify({ id: 1, method: "subscription", params }));
    await vi.waitUntil(() => answers.length > 0, SOON);
  });
  socket.close();
  const { requestId, code } = JSON.parse(answers[0] ?? "").error.json.data;
  expect(code).toBe("INTERNAL");
  expect(await waitFor("/api/trpc")).toMatchObject({
    ...{ kind: "request", count: 1 },
    samples: [{ requestId }],
  });
});

test("what a client does wrong is no error", async () => {
  const state = { rsc: "1", "next-router-state-tree": "%7B%7D" };
  const statuses = [
    await request("/users", { headers: state }),
    await request("/users/none"),
    await request("/errors/none"),
    await request("/api/v1/none"),
    await request("/api/trpc/none"),
    await request("/api/trpc/users.get?input=%7B"),
    await request("/api/auth/none"),
    await request("/api/auth/session", { method: "POST", body: "{" }),
    await request("/api/mail/unsubscribe", { ...UNSUBSCRIBE, body: "x=1" }),
    await request("/_next/image?url=x"),
  ].map(({ status }) => status);
  expect(statuses).toEqual([400, 404, 404, 404, 404, 400, 400, 400, 400, 400]);
  expect(await listAll()).toEqual([]);
});

test("a database that goes away under a page and a request is an outage, and no error", async () => {
  await started.world.services.db.transaction(async (tx) => {
    await tx.execute(sql`lock table sessions in access exclusive mode`);
    let answers: Answer[] | undefined;
    void Promise.all([request("/users"), request("/api/v1/health")]).then((all) => {
      answers = all;
    });
    await until(async () => {
      await tx.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      return answers !== undefined;
    }, "the connections to be given up");
    expect(answers?.map(({ status }) => status)).toEqual([500, 503]);
  });
  expect(await listAll()).toEqual([]);
});
