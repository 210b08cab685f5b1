import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Config } from "#server/config.ts";
import { projectRoot } from "#server/project-root.ts";

export type PageHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

export interface Pages {
  handle: PageHandler;
  close(): Promise<void>;
}

/** Next, without a server of its own: ours passes it every page. */
export async function preparePages(config: Config, httpServer: Server): Promise<Pages> {
  const { default: next } = await import("next");
  const app = next({
    dev: config.mode === "development",
    dir: projectRoot,
    httpServer,
    quiet: true,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (incoming, outgoing) => handle(incoming, outgoing), close: () => app.close() };
}
