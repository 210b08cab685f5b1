import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { isTrackedEnvelope } from "@trpc/server";
import { placeOf } from "#server/platform/events/placed.ts";

const PING_MS = 10_000;
/** A client that hears nothing for so long, not even a ping, connects anew. */
const SILENCE_MS = 25_000;
const RETRY_MS = 1_000;
/** So long may a client leave unread what was sent to it. */
const PATIENCE_MS = 15_000;

interface Options {
  serialize: (value: unknown) => unknown;
  signal: AbortSignal;
  patienceMs?: number;
  pingMs?: number;
}

/**
 * Writes what comes as tRPC's clients read it (server-sent events, WHATWG HTML section 9.2). The next
 * value is asked for when the socket has taken the last one: what a client does not read waits in the
 * database, and one that reads nothing for a while is cut off. The end of the values ends the
 * connection, and the client comes back with the last id that it has seen: pings carry it as well, so
 * that who is told little does not have all looked through again.
 */
export async function writeEventStream(
  outgoing: ServerResponse,
  values: AsyncIterable<unknown>,
  { serialize, signal, patienceMs = PATIENCE_MS, pingMs = PING_MS }: Options,
): Promise<void> {
  outgoing.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-cache, no-transform",
    // Proxies that gather answers before they pass them on.
    "X-Accel-Buffering": "no",
  });
  const client = JSON.stringify({ reconnectAfterInactivityMs: SILENCE_MS });
  const idField = () => toIdField(placeOf(values).standsAt?.());
  outgoing.write(`retry: ${RETRY_MS}\nevent: connected\n${idField()}data: ${client}\n\n`);
  const ping = setInterval(() => {
    if (!outgoing.writableNeedDrain) outgoing.write(`event: ping\n${idField()}data: \n\n`);
  }, pingMs);
  try {
    for await (const value of values) {
      if (signal.aborted) return;
      if (outgoing.write(toFrame(value, serialize))) continue;
      if (!(await isTaken(outgoing, signal, patienceMs))) return void outgoing.destroy();
    }
  } finally {
    clearInterval(ping);
    outgoing.end();
  }
}

function toFrame(value: unknown, serialize: Options["serialize"]): string {
  const [id, content] = isTrackedEnvelope(value) ? [value[0], value[1]] : [undefined, value];
  return `${toIdField(id)}data: ${JSON.stringify(serialize(content))}\n\n`;
}

const toIdField = (id: string | undefined) => (id === undefined ? "" : `id: ${id}\n`);

async function isTaken(
  outgoing: ServerResponse,
  signal: AbortSignal,
  patienceMs: number,
): Promise<boolean> {
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    await once(outgoing, "drain", { signal: patience });
    return true;
  } catch {
    return false;
  }
}
