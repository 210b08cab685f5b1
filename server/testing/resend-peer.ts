import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";

interface Taken {
  key: string;
  from: string;
  to: string;
  subject: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

/** What it does with the next requests, one each; afterwards it takes what comes. A number is a status. */
export type Behaviour =
  | "take"
  | "take-and-drop"
  | "take-and-hang"
  | "drop"
  | number
  | { status: number; name?: string; retryAfterSeconds?: number };

function refuse(outgoing: ServerResponse, how: Exclude<Behaviour, string>): void {
  const given = typeof how === "number" ? { status: how } : how;
  const { status, name = "scripted", retryAfterSeconds } = given;
  outgoing.writeHead(status, {
    "Content-Type": "application/json",
    ...(retryAfterSeconds !== undefined && { "Retry-After": retryAfterSeconds }),
  });
  outgoing.end(JSON.stringify({ statusCode: status, name, message: `Scripted ${status}` }));
}

/** A scripted Resend: takes mail once by its idempotency key, as the real one does, and fails as it is told. */
export async function startResendPeer() {
  const taken = new Map<string, { text: string; mail: Taken }>();
  const requests: { key: string; authorization: string | undefined }[] = [];
  let script: Behaviour[] = [];

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const text = await readText(incoming);
    const key = String(incoming.headers["idempotency-key"]);
    requests.push({ key, authorization: incoming.headers.authorization });
    const behaviour = script.shift() ?? "take";
    if (typeof behaviour !== "string") return refuse(outgoing, behaviour);
    const isTaken = behaviour !== "drop" && take(key, text);
    if (behaviour === "take-and-hang") return;
    if (behaviour !== "take") return void incoming.socket.destroy();
    if (!isTaken) return refuse(outgoing, { status: 409, name: "invalid_idempotent_request" });
    outgoing.writeHead(200, { "Content-Type": "application/json" });
    outgoing.end(JSON.stringify({ id: `re_${key}` }));
  }

  /** Whether it is the same as before under this key, if there was one. */
  function take(key: string, text: string): boolean {
    const before = taken.get(key);
    if (before) return before.text === text;
    taken.set(key, { text, mail: { key, ...(JSON.parse(text) as Omit<Taken, "key">) } });
    return true;
  }

  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => [...taken.values()].map(({ mail }) => mail),
    requests,
    script(...behaviours: Behaviour[]): void {
      script = behaviours;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
