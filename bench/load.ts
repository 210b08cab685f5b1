// The load generator, a process of its own: reads a job from standard input, prints the result.
import { text } from "node:stream/consumers";
import autocannon from "autocannon";
import { createBody, type Load } from "./cases.ts";

export interface Job {
  url: string;
  load: Load;
  connections: number;
  seconds: number;
}

export interface Measured {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  requests: number;
  failed: number;
  /** Processor time of the server process per request; filled in by who starts the load. */
  cpuMicroseconds?: number;
}

interface Client {
  setRequests(requests: object[]): void;
}

const REQUESTS_PER_CLIENT = 500;
const startedAs = Date.now().toString(36);
let addresses = 0;

const job = JSON.parse(await text(process.stdin)) as Job;
process.stdout.write(JSON.stringify(await measure(job)));

/** The tool's own percentiles are whole milliseconds, so the times are kept and sorted here. */
async function measure({ url, load, connections, seconds }: Job): Promise<Measured> {
  const { method, headers } = load;
  const times: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  const run = autocannon({
    url,
    method,
    headers,
    connections,
    duration: seconds,
    setupClient: (client: unknown) => (client as Client).setRequests(requestsFor(load)),
  });
  void run.on("response", (...[, status, , milliseconds]) => {
    if (status !== 200) failed++;
    if (performance.now() - startedAt <= seconds * 1000) times.push(milliseconds);
  });
  const result = await run;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    perSecond: times.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    requests: times.length,
    failed: failed + result.errors + result.timeouts,
  };
}

/** Prepared beforehand for reads; made one by one for writes, whose address must be new. */
function requestsFor({ method, paths, headers, body }: Load): object[] {
  if (body) return [{ method, headers, path: paths[0], setupRequest: newAddress(body) }];
  const count = Math.min(paths.length, REQUESTS_PER_CLIENT);
  return Array.from({ length: count }, () => ({
    method,
    headers,
    path: paths[Math.floor(Math.random() * paths.length)],
  }));
}

function newAddress(kind: "trpc" | "plain") {
  return (request: object) => ({
    ...request,
    body: createBody(kind, `${startedAs}-${addresses++}`),
  });
}
