import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shareEvents } from "./share-events.ts";

const ME = "me";
const SOON = { timeout: 5_000, interval: 20 };

interface Stream {
  lastEventId: string | null;
  write: (text: string) => void;
  end: () => void;
  isCut: boolean;
}

let streams: Stream[];
let refuse: (stream: Stream) => number | undefined;
let tabs: AbortController[];

beforeEach(() => {
  streams = [];
  tabs = [];
  refuse = () => undefined;
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", Object.assign(new EventTarget(), { querySelector: () => null }));
  vi.stubGlobal("fetch", serve);
});

afterEach(() => {
  for (const tab of tabs) tab.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function serve(_address: string, { headers, signal }: RequestInit): Promise<Response> {
  const lastEventId = new Headers(headers).get("last-event-id");
  const stream: Stream = { lastEventId, write: () => {}, end: () => {}, isCut: false };
  streams.push(stream);
  const status = refuse(stream);
  if (status) return new Response(null, { status });
  const body = new ReadableStream({
    start(controller) {
      stream.write = (text) => controller.enqueue(new TextEncoder().encode(text));
      stream.end = () => controller.close();
      signal?.addEventListener("abort", () => {
        stream.isCut = true;
        controller.error(signal.reason);
      });
    },
  });
  stream.write("event: connected\ndata: {}\n\n");
  return new Response(body);
}

const frame = (id: number, subjectType: string, subjectId = "x") =>
  `id: ${id}\ndata: ${JSON.stringify({ json: { subjectType, subjectId, at: "" } })}\n\n`;

function openTab() {
  const tab = new AbortController();
  tabs.push(tab);
  const heard: string[] = [];
  const said: string[] = [];
  shareEvents({
    userId: ME,
    signal: tab.signal,
    hear: (subject) => heard.push(subject),
    setLiveness: (liveness) => said.push(liveness),
  });
  return { heard, said, close: () => tab.abort() };
}

test("two tabs share one stream, and the second goes on where the first ends", async () => {
  const first = openTab();
  await vi.waitFor(() => expect(first.said).toContain("live"), SOON);
  const second = openTab();
  await vi.waitFor(() => expect(second.said).toContain("live"), SOON);
  streams[0]?.write(frame(7, "role"));
  await vi.waitFor(() => expect(second.heard).toEqual(["missed", "role"]), SOON);
  expect(first.heard).toEqual(["missed", "role"]);
  expect(streams).toHaveLength(1);

  first.close();
  await vi.waitFor(() => expect(streams).toHaveLength(2), SOON);
  expect(streams.map(({ lastEventId, isCut }) => [lastEventId, isCut])).toEqual([
    [null, true],
    ["7", false],
  ]);
  streams[1]?.write(frame(8, "view"));
  await vi.waitFor(() => expect(second.heard).toEqual(["missed", "role", "view"]), SOON);
});

test("a tab that leads and gives no sign of life loses its turn", async () => {
  const frozen = navigator.locks.request(`binnacle.live.${ME}`, () => new Promise(() => {}));
  const lost = expect(frozen).rejects.toThrow(/stolen|abort/i);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const tab = openTab();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(streams).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(16_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(tab.said).toContain("live"), SOON);
  await lost;
});

test("what is about whoever follows is told once the server has taken them back", async () => {
  const tab = openTab();
  await vi.waitFor(() => expect(tab.said).toContain("live"), SOON);
  streams[0]?.write(frame(7, "user", ME) + frame(8, "user", "you"));
  await vi.waitFor(() => expect(tab.heard).toEqual(["missed", "user"]), SOON);
  streams[0]?.end();
  await vi.waitFor(() => expect(tab.heard).toEqual(["missed", "user", "self"]), SOON);
  expect(streams[1]?.lastEventId).toBe("8");
});

test("what is about whoever follows is told as well when the server keeps the stream", async () => {
  const tab = openTab();
  await vi.waitFor(() => expect(tab.said).toContain("live"), SOON);
  streams[0]?.write(frame(7, "user", ME) + frame(8, "view"));
  await vi.waitFor(() => expect(tab.heard).toEqual(["missed", "view"]), SOON);
  streams[0]?.write("event: ping\nid: 9\ndata: \n\n");
  await vi.waitFor(() => expect(tab.heard).toEqual(["missed", "view", "self"]), SOON);
  streams[0]?.end();
  await vi.waitFor(() => expect(streams[1]?.lastEventId).toBe("9"), SOON);
});

test("when the session is over nothing is told or asked any more", async () => {
  const tab = openTab();
  await vi.waitFor(() => expect(tab.said).toContain("live"), SOON);
  refuse = () => 401;
  streams[0]?.write(frame(7, "user", ME));
  streams[0]?.end();
  await vi.waitFor(() => expect(tab.said.at(-1)).toBe("off"), SOON);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(streams).toHaveLength(2);
  expect(tab.heard).toEqual(["missed"]);
});

test("after an id that the server does not know it is from now on, and all is read anew", async () => {
  const tab = openTab();
  await vi.waitFor(() => expect(tab.said).toContain("live"), SOON);
  refuse = ({ lastEventId }) => (lastEventId === null ? undefined : 422);
  streams[0]?.write(frame(7, "role"));
  streams[0]?.end();
  await vi.waitFor(() => expect(tab.heard).toEqual(["missed", "role", "missed"]), SOON);
  expect(streams.map(({ lastEventId }) => lastEventId)).toEqual([null, "7", null]);
});

test("what is not understood is passed over", async () => {
  const tab = openTab();
  await vi.waitFor(() => expect(tab.said).toContain("live"), SOON);
  streams[0]?.write(`id: 7\ndata: nonsense\n\nid: 8\ndata: {"json":4}\n\n${frame(9, "role")}`);
  await vi.waitFor(() => expect(tab.heard).toEqual(["missed", "role"]), SOON);
});
