import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { type HttpEnv, openExchange, type ServedMessage } from "./exchange.ts";

export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/**
 * Opens the exchange and hands over to Hono. A request whose target or Host is refused is given a
 * harmless one, so that its answer too passes through every middleware.
 */
export function createListener(app: Hono<HttpEnv>): Listener {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (incoming, outgoing) => {
    const exchange = openExchange(incoming);
    (incoming as ServedMessage).exchange = exchange;
    if (exchange.target.isRefused) incoming.headers.host = "refused";
    incoming.url = exchange.target.path + exchange.target.query;
    void answer(incoming, outgoing);
  };
}
