// Bare node:http and postgres.js: the least that can answer the same questions.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createPlainUsers } from "./plain-users.ts";

const users = createPlainUsers(process.env);

const server = createServer((incoming, outgoing) => {
  answer(incoming, outgoing).catch((error: unknown) => {
    process.stderr.write(`${error}\n`);
    send(outgoing, 500, { error: "failed" });
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method, url = "", headers } = incoming;
  if (!users.isSignedIn(headers.authorization)) return send(outgoing, 401, {});
  if (method === "POST" && url === "/users") {
    const created = await users.create(JSON.parse(await readBody(incoming)));
    return created ? send(outgoing, 200, created) : send(outgoing, 409, {});
  }
  if (url.startsWith("/users/")) {
    const user = await users.get(url.slice("/users/".length));
    return user ? send(outgoing, 200, user) : send(outgoing, 404, {});
  }
  const query = url.startsWith("/users?") ? url.slice("/users?".length) : undefined;
  if (query === undefined) return send(outgoing, 404, {});
  send(outgoing, 200, await users.list(new URLSearchParams(query)));
}

function send(outgoing: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  outgoing.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
  });
  outgoing.end(text);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
