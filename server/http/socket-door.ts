import { WebSocketServer } from "ws";
import { AppError } from "#server/platform/errors.ts";
import { runInRequestScope } from "#server/platform/request-scope.ts";
import type { HttpDependencies } from "./app.ts";
import type { Served } from "./exchange.ts";
import { noteFailure } from "./failures.ts";
import type { Serve } from "./routes/mount.ts";
import { serveSubscriptions } from "./subscription-socket.ts";

const PATH = "/api/trpc";
const MAX_MESSAGE_BYTES = 16 * 1024;
/** How long a client may take to agree to a close; not in the types yet. */
const CLOSE_TIMEOUT_MS = 1_000;

/** Switches a signed-in client to WebSocket (RFC 6455), over which it may subscribe. */
export function createSocketDoor(deps: HttpDependencies): Serve {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
    ...{ closeTimeout: CLOSE_TIMEOUT_MS },
  });
  return async (served) => {
    const { exchange, socket } = served.incoming;
    if (exchange.target.path !== PATH) {
      throw new AppError("NOT_FOUND", "WebSockets are answered at /api/trpc only.");
    }
    if (exchange.context?.actor?.kind !== "user") {
      throw new AppError("UNAUTHENTICATED", "Sign in to continue.");
    }
    // What stands when the library answers a broken handshake by itself.
    served.outgoing.statusCode = 400;
    sockets.handleUpgrade(
      served.incoming,
      socket,
      exchange.upgradeHead ?? Buffer.of(),
      (client) => {
        served.outgoing.statusCode = 101;
        serveSubscriptions(client, createScope(deps, served));
      },
    );
  };
}

function createScope({ appRouter, createContext, services }: HttpDependencies, served: Served) {
  const { exchange, headers } = served.incoming;
  return {
    router: appRouter,
    async createContext() {
      await exchange.countCall?.();
      return runInRequestScope(exchange.info, () => createContext(headers.cookie, exchange.info));
    },
    request: exchange.info,
    noteFailure: (error: unknown) => void noteFailure(error, exchange, services),
  };
}
