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
  // As each process of the program does.
  await started.world.services.events.start();
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
  const begun = vi.fn();
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: with_ });
    }
  }
  const client = createWSClient({
    url: () => `${address().replace("http", "ws")}/api/trpc`,
    WebSocket: Socket as never,
    retryDelayMs: () => 50,
  });
  const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client, transformer: superjson })] });
  const seen: string[] = [];
  trpc.events.subscribe.subscribe(
    {},
    {
      // At first it is told where it begins.
      onData: ({ data }) => void (data === "missed" ? begun() : seen.push(data.subjectId)),
    },
  );
  return { seen, begun, stop: () => client.close() };
}

function askLatest(url: string, given: object, signal?: AbortSignal): Promise<Response> {
  const input = encodeURIComponent(JSON.stringify({ json: given }));
  return fetch(`${url}/api/trpc/events.latest?input=${input}`, {
    headers: { cookie },
    ...(signal && { signal }),
  });
}

async function readResult(asked: Promise<Response>) {
  const { result } = await (await asked).json();
  return result.data.json;
}

/** How many long polls are over. */
async function countLatest(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const ended = metrics.matchAll(/^binnacle_\w+_count\{path="events.latest",.*\} (\d+)$/gm);
  return [...ended].reduce((sum, [, count]) => sum + Number(count), 0);
}

const until = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 15_000, interval: 50 });

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

test("what another process does is told at once, and not when the next look is due", async () => {
  const { seen, stop, ended } = await follow(started.program.url);
  const EVENTS = 10;
  const at = performance.now();
  for (let n = 0; n < EVENTS; n++) {
    await happen(`quick-${n}`);
    await until(() => expect(seen.at(-1)?.subjectId).toBe(`quick-${n}`));
  }
  // Looking alone, once a second, needs a second for each that follows the one before.
  expect(performance.now() - at).toBeLessThan((EVENTS * 1_000) / 2);
  stop();
  await ended;
});

test("a long poll is over on the server too when its client leaves", async () => {
  const { url } = started.program;
  await untilPublished();
  const { lastEventId } = await readResult(askLatest(url, { lastEventId: "0", waitSeconds: 0 }));
  const ended = await countLatest(url);
  const leaving = new AbortController();
  const asking = askLatest(url, { lastEventId, waitSeconds: 20 }, leaving.signal);
  await sleep(300);
  expect(await countLatest(url)).toBe(ended);
  leaving.abort();
  await expect(asking).rejects.toThrow();
  const at = performance.now();
  await until(async () => expect(await countLatest(url)).toBe(ended + 1));
  expect(performance.now() - at).toBeLessThan(10_000);
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
  const { seen, begun, stop } = followBySocket(() => program.url, { cookie });
  await until(() => expect(begun).toHaveBeenCalledTimes(1));
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
