import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import superjson from "superjson";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { eventPending } from "#db/schema/events.ts";
import { record } from "#server/domains/audit/service.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { AppRouter } from "#server/registry/router.ts";
import { withOutsider } from "#server/testing/audit-log.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";

let started: ProgramWorld;
let cookie: string;

beforeAll(async () => {
  started = await startProgramWorld();
  const owner = await started.world.createUser({ roles: ["owner"] });
  cookie = (await started.openSession(owner)).cookie;
  await untilPublished();
}, 60_000);
afterAll(() => started.close());

/** The session that was just made is an event about its user, and would end their first stream. */
const untilPublished = () =>
  vi.waitFor(async () => {
    expect(await started.world.services.db.$count(eventPending)).toBe(0);
  }, 10_000);

interface Following {
  status: number;
  seen: { id: number; subjectId: string }[];
  ended: Promise<void>;
  stop(): void;
}

/** As a browser's EventSource does. */
async function follow(
  url: string,
  given: { cookie?: string; after?: number | string } = {},
): Promise<Following> {
  const ending = new AbortController();
  const { after } = given;
  const response = await fetch(`${url}/api/trpc/events.subscribe?input={"json":{}}`, {
    headers: {
      cookie: given.cookie ?? cookie,
      ...(after !== undefined && { "last-event-id": String(after) }),
    },
    signal: ending.signal,
  });
  const seen: Following["seen"] = [];
  const isStream = response.headers.get("content-type") === "text/event-stream";
  const ended = isStream ? read(response, seen) : response.text().then(() => undefined);
  return { status: response.status, seen, ended, stop: () => ending.abort() };
}

async function read(response: Response, seen: Following["seen"]): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const frames = text.split("\n\n");
      text = frames.pop() ?? "";
      for (const frame of frames) {
        const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(frame) ?? [];
        if (data) seen.push({ id: Number(id), subjectId: JSON.parse(data).json.subjectId });
      }
    }
  } catch {
    // The connection was cut, by us or with the process.
  }
}

/** By another process: this test's own services. */
async function happen(id: string): Promise<void> {
  const ctx = started.world.anonymous();
  await inTransaction(ctx, (tx) =>
    record(tx, ctx, {
      action: "settings.updated",
      subject: { type: "settings", id },
      after: { id },
    }),
  );
}

/** As a program does that uses tRPC's client over WebSocket; `address` is asked for at each connection. */
function followBySocket(address: () => string, with_: { cookie: string }) {
  const opens = vi.fn();
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: with_ });
    }
  }
  const client = createWSClient({
    url: () => `${address().replace("http", "ws")}/api/trpc`,
    WebSocket: Socket as never,
    retryDelayMs: () => 50,
    onOpen: opens,
  });
  const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client, transformer: superjson })] });
  const seen: string[] = [];
  trpc.events.subscribe.subscribe(
    {},
    { onData: ({ data }) => void (data !== "missed" && seen.push(data.subjectId)) },
  );
  return { seen, opens, stop: () => client.close() };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 50 });

test("without a session it is 401; with a made-up id, an unknown name or unknown input 4xx; a stream never begins", async () => {
  const { url } = started.program;
  expect((await follow(url, { cookie: "" })).status).toBe(401);
  expect((await follow(url, { after: "made-up" })).status).toBe(422);
  expect((await follow(url, { after: 999_999 })).status).toBe(422);
  const input = encodeURIComponent(JSON.stringify({ json: { names: ["nothing.happened"] } }));
  const refused = await fetch(`${url}/api/trpc/events.subscribe?input=${input}`, {
    headers: { cookie },
  });
  expect([refused.status, refused.headers.get("content-type")]).toEqual([422, "application/json"]);
  const posted = await fetch(`${url}/api/trpc/events.subscribe`, {
    method: "POST",
    headers: { cookie, "x-binnacle-csrf": "1" },
  });
  expect(posted.status).toBe(405);
});

test("what another process does is told within a second", async () => {
  const { seen, stop, ended } = await follow(started.program.url);
  const at = performance.now();
  await happen("quick");
  await until(() => expect(seen.map(({ subjectId }) => subjectId)).toContain("quick"));
  expect(performance.now() - at).toBeLessThan(3_000);
  stop();
  await ended;
});

test("a revoked session's stream ends within five seconds, and does not come back", async () => {
  const person = await started.world.createUser({ roles: ["admin"] });
  const session = await started.openSession(person);
  await untilPublished();
  const { ended } = await follow(started.program.url, { cookie: session.cookie });
  const at = performance.now();
  // Past every procedure: by hand, in the database.
  await withOutsider(
    started.world,
    (psql) => psql`delete from sessions where id = ${session.sessionId}`,
  );
  await Promise.race([ended, sleep(10_000).then(() => Promise.reject(new Error("still open")))]);
  expect(performance.now() - at).toBeLessThan(5_000);
  expect((await follow(started.program.url, { cookie: session.cookie })).status).toBe(401);
});

test("receivers that come back after a restart have every event once and in order", async () => {
  const CLIENTS = 15;
  const EVENTS = 60;
  const first = await started.startAnother();
  const before = await Promise.all(Array.from({ length: CLIENTS }, () => follow(first.url)));
  const half = EVENTS / 2;
  for (let n = 0; n < half; n++) await happen(`e-${n}`);
  await until(() => expect(before.every(({ seen }) => seen.length > 0)).toBe(true));
  const stopping = first.stop();
  for (let n = half; n < EVENTS; n++) await happen(`e-${n}`);
  await stopping;
  await Promise.all(before.map(({ ended }) => ended));
  const second = await started.startAnother();
  const after = await Promise.all(
    before.map(({ seen }) => follow(second.url, { after: seen.at(-1)?.id ?? 0 })),
  );
  const told = (index: number) =>
    [...(before[index]?.seen ?? []), ...(after[index]?.seen ?? [])]
      .map(({ subjectId }) => subjectId)
      .filter((id) => id.startsWith("e-"));
  const all = Array.from({ length: EVENTS }, (_, n) => `e-${n}`);
  await until(() => {
    for (let index = 0; index < CLIENTS; index++) expect(told(index)).toEqual(all);
  });
  for (const { stop } of after) stop();
}, 60_000);

test("over WebSocket too, every event comes once and in order, through a restart", async () => {
  let program = await started.startAnother();
  const { seen, opens, stop } = followBySocket(() => program.url, { cookie });
  await until(() => expect(opens).toHaveBeenCalledTimes(1));
  const all = Array.from({ length: 60 }, (_, n) => `w-${n}`);
  for (const id of all.slice(0, 30)) await happen(id);
  await until(() => expect(seen).toContain("w-29"));
  const stopping = program.stop();
  for (const id of all.slice(30)) await happen(id);
  expect(await stopping).toBe(0);
  program = await started.startAnother();
  await until(() => expect(seen.filter((id) => id.startsWith("w-"))).toEqual(all));
  await stop();
}, 60_000);

test("a revoked session's WebSocket ends within five seconds, and is not opened again", async () => {
  const person = await started.world.createUser({ roles: ["admin"] });
  const session = await started.openSession(person);
  await untilPublished();
  const { cookie: own } = session;
  const socket = new WebSocket(`${started.program.url.replace("http", "ws")}/api/trpc`, {
    headers: { cookie: own },
  });
  await once(socket, "open");
  const params = { path: "events.subscribe", input: { json: {} } };
  socket.send(JSON.stringify({ id: 1, method: "subscription", params }));
  await once(socket, "message");
  const at = performance.now();
  await withOutsider(
    started.world,
    (psql) => psql`delete from sessions where id = ${session.sessionId}`,
  );
  const [code] = await once(socket, "close");
  expect(code).toBe(1012);
  expect(performance.now() - at).toBeLessThan(5_000);
  const again = new WebSocket(socket.url, { headers: { cookie: own } });
  const [, answer] = await once(again, "unexpected-response");
  expect(answer.statusCode).toBe(401);
  answer.destroy();
});
