import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Config } from "#server/config.ts";
import { projectRoot } from "#server/project-root.ts";

export type PageHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

export interface Pages {
  handle: PageHandler;
  /** Next's own WebSocket, by which pages reload in development. */
  handleUpgrade?: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): Promise<void>;
}

/** Next, without a server of its own: ours passes it every page. */
export async function preparePages(config: Config): Promise<Pages> {
  const { default: next } = await import("next");
  const dev = config.mode === "development";
  // Next listens for upgrades by itself, and ends those that it does not know: here it hears its own only.
  const httpServer = new Server();
  const app = next({ dev, dir: projectRoot, httpServer, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (incoming, outgoing) => handle(incoming, outgoing),
    ...(dev && {
      handleUpgrade: (...upgrade) => void httpServer.emit("upgrade", ...upgrade),
    }),
    close: () => app.close(),
  };
}
