import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface Taken {
  key: string;
  to: string;
  subject: string;
  tags: { name: string; value: string }[];
}

/** What it does with the next requests, one each; afterwards it takes what comes. */
export type Behaviour = "take" | "take-and-drop" | "drop" | number;

/** A scripted Resend: takes mail once by its idempotency key, as the real one does, and fails as it is told. */
export async function startResendPeer() {
  const taken = new Map<string, Taken>();
  const requests: { key: string; authorization: string | undefined }[] = [];
  let script: Behaviour[] = [];

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of incoming) text += String(chunk);
    const key = String(incoming.headers["idempotency-key"]);
    requests.push({ key, authorization: incoming.headers.authorization });
    const behaviour = script.shift() ?? "take";
    if (behaviour === "drop") return void incoming.socket.destroy();
    if (typeof behaviour === "number") {
      outgoing.writeHead(behaviour, { "Content-Type": "application/json" });
      const error = { statusCode: behaviour, name: "scripted", message: `Scripted ${behaviour}` };
      outgoing.end(JSON.stringify(error));
      return;
    }
    const body = JSON.parse(text) as Omit<Taken, "key">;
    if (!taken.has(key)) taken.set(key, { key, ...body });
    if (behaviour === "take-and-drop") return void incoming.socket.destroy();
    outgoing.writeHead(200, { "Content-Type": "application/json" });
    outgoing.end(JSON.stringify({ id: `re_${key}` }));
  }

  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => [...taken.values()],
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
