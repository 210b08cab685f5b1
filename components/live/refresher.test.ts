import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { areasOf, EVERYTHING } from "./areas.ts";
import { createRefresher } from "./refresher.ts";

const page = Object.assign(new EventTarget(), { hidden: false });
let stopping: AbortController;
let queryClient: QueryClient;
let reads: string[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  page.hidden = false;
  stopping = new AbortController();
  queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  reads = [];
});

afterEach(() => {
  stopping.abort();
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function show(...path: string[]) {
  const queryFn = () => {
    reads.push(path.join("."));
    return null;
  };
  new QueryObserver(queryClient, { queryKey: [path, {}], queryFn }).subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  reads = [];
}

const start = () =>
  createRefresher({
    queryClient,
    signal: stopping.signal,
    readPage: () => reads.push("page"),
  });

test("an event is read where it shows, and nowhere else", async () => {
  await show("users", "list");
  await show("jobs", "list");
  await show("audit", "list");
  start().note(areasOf("user"));
  await vi.advanceTimersByTimeAsync(200);
  expect(reads.sort()).toEqual(["audit.list", "users.list"]);
});

test("with a role the page itself is read anew, once for many, and by nobody who does not look", async () => {
  page.hidden = true;
  const refresher = start();
  for (let change = 0; change < 5; change++) refresher.note(areasOf("role"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads).toEqual([]);
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads).toEqual(["page"]);
});

test("a thousand events in three seconds are read four times, the last included", async () => {
  await show("jobs", "list");
  const refresher = start();
  for (let at = 0; at < 1_000; at++) {
    refresher.note(areasOf("job"));
    await vi.advanceTimersByTimeAsync(3);
  }
  await vi.advanceTimersByTimeAsync(2_000);
  expect(reads).toHaveLength(4);
});

test("what was missed is everything but what takes a look of its own", async () => {
  await show("errors", "list");
  await show("audit", "verify");
  start().note([EVERYTHING]);
  await vi.advanceTimersByTimeAsync(200);
  expect(reads).toEqual(["errors.list"]);
});

test("an event of a kind that only a newer server knows is read everywhere", async () => {
  await show("errors", "list");
  start().note(areasOf("invoice"));
  await vi.advanceTimersByTimeAsync(200);
  expect(reads).toEqual(["page", "errors.list"]);
});

test("a page out of sight reads when it is looked at again", async () => {
  await show("users", "list");
  page.hidden = true;
  start().note(areasOf("user"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads).toEqual([]);
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(200);
  expect(reads).toEqual(["users.list"]);
});

test("a change that is on its way is waited for", async () => {
  await show("users", "list");
  const answer = Promise.withResolvers<void>();
  const mutations = queryClient.getMutationCache();
  const change = mutations.build(queryClient, { mutationFn: () => answer.promise });
  const changed = change.execute(undefined);
  start().note(areasOf("user"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads).toEqual([]);
  answer.resolve();
  await changed;
  await vi.advanceTimersByTimeAsync(200);
  expect(reads).toEqual(["users.list"]);
});
