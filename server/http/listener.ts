import type { IncomingMessage, ServerResponse } from "node:http";
import { runInRequestScope } from "#server/platform/request-scope.ts";
import { openExchange, type ServedMessage, type ServedResponse } from "./exchange.ts";
import type { Serve } from "./routes/mount.ts";

/** `upgradeHead` comes with a request to upgrade: what was read beyond it. */
export type Listener = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  upgradeHead?: Buffer,
) => void;

/**
 * Opens the exchange and hands over to the app, in the scope of the request. A request whose target
 * or Host is refused is given a harmless one, so that its answer too passes through every middleware.
 */
export function createListener(app: Serve): Listener {
  return (incoming, outgoing, upgradeHead) => {
    const exchange = openExchange(incoming, upgradeHead);
    const served = { incoming: incoming as ServedMessage, outgoing: outgoing as ServedResponse };
    served.incoming.exchange = exchange;
    if (exchange.target.isRefused) incoming.headers.host = "refused";
    incoming.url = exchange.target.path + exchange.target.query;
    void runInRequestScope(exchange.info, () => app(served));
  };
}
