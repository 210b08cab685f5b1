import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  ServerResponse,
} from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Config } from "#server/config.ts";
import type { Listener } from "./listener.ts";

export interface HttpServer {
  server: Server;
  /** Stops accepting, lets running requests finish, closes connections as they fall idle. */
  drain(): Promise<void>;
  /** Ends every connection as it is, WebSockets among them, which Node's own `closeAllConnections` leaves. */
  cutOff(): void;
}

type Timeouts = Pick<Config, "requestTimeoutSeconds">;

/** How often Node looks for connections that are over their time. */
const CHECK_INTERVAL_MS = 1000;
/** Longer than the 60 s for which balancers keep idle connections, so that they close first. */
const KEEP_ALIVE_MS = 65_000;
/** How long a client that is still sending may take to read its answer. */
const LINGER_MS = 500;
const DRAIN_POLL_MS = 50;
const DRAIN_GRACE_MS = 500;
const MAX_HEADER_BYTES = 16 * 1024;

/** A server that drops whoever takes longer than `requestTimeoutSeconds` to send headers or body. */
export function createServer(listener: Listener, config: Timeouts): HttpServer {
  const limitMs = config.requestTimeoutSeconds * 1000;
  const checkMs = Math.min(CHECK_INTERVAL_MS, limitMs / 10);
  // One interval until Node looks, two for a process that is busy when it should.
  const timeoutMs = limitMs - checkMs * 3;
  /**
   * By connection, not one set of all answers: a set that is added to and deleted from all the time
   * is rehashed over and over, and V8 links each outgrown table to the next. Once one is old, those
   * that follow grow old with it, and with them every request until the next full collection.
   */
  const connections = new Map<Socket, ServerResponse[]>();
  /** Connections whose request was answered before it was whole: no second answer may follow. */
  const answered = new WeakSet<Duplex>();
  let isDraining = false;

  function forget(this: ServerResponse): void {
    const running = connections.get(this.req.socket);
    running?.splice(running.indexOf(this), 1);
    if (!this.req.complete) endAfterAnswer(this.req);
  }

  /** Cut at once, the connection could be reset before the answer is read; left open, it would be sent on. */
  function endAfterAnswer(incoming: IncomingMessage): void {
    const { socket } = incoming;
    answered.add(socket);
    setTimeout(() => {
      answered.delete(socket);
      if (!incoming.complete) socket.destroy();
    }, LINGER_MS).unref();
  }

  function serve(incoming: IncomingMessage, outgoing: ServerResponse): void {
    connections.get(incoming.socket)?.push(outgoing);
    outgoing.on("close", forget);
    if (isDraining) outgoing.shouldKeepAlive = false;
    listener(incoming, outgoing);
  }

  /** Passes every middleware like any request; whoever answers takes the socket over, or refuses and it ends. */
  function upgrade(incoming: IncomingMessage, duplex: Duplex, head: Buffer): void {
    const socket = duplex as Socket;
    const outgoing = new ServerResponse(incoming);
    outgoing.assignSocket(socket);
    outgoing.shouldKeepAlive = false;
    outgoing.on("finish", () => socket.destroySoon());
    outgoing.on("close", forget);
    socket.on("error", () => socket.destroy());
    connections.get(socket)?.push(outgoing);
    listener(incoming, outgoing, head);
  }

  const server = createHttpServer(
    {
      shouldUpgradeCallback: isUpgrade,
      headersTimeout: timeoutMs,
      requestTimeout: timeoutMs,
      connectionsCheckingInterval: checkMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    serve,
  );
  server.maxRequestsPerSocket = 0;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (answered.has(socket)) socket.destroy();
    else answerClientError(error, socket);
  });

  server.on("upgrade", upgrade);

  server.on("connection", (socket) => {
    connections.set(socket, []);
    socket.on("close", () => connections.delete(socket));
  });

  function closeIdle(): void {
    for (const [socket, running] of connections) if (running.length === 0) socket.destroy();
  }

  return {
    server,
    cutOff() {
      for (const socket of connections.keys()) socket.destroy();
    },
    async drain() {
      isDraining = true;
      for (const outgoing of [...connections.values()].flat()) outgoing.shouldKeepAlive = false;
      if (server.listening) await closeGently(server, closeIdle);
    },
  };
}

/** What else a client offers (h2c) may be passed over: RFC 9110, section 7.8. */
function isUpgrade({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && headers.upgrade?.toLowerCase() === "websocket";
}

/**
 * Without http's own `close`, which cuts idle connections at once: a client that is about to reuse
 * one would lose its request. In the grace its next answer says `Connection: close`. What never
 * sent a whole header (a browser's spare connection, a slow client) is idle too.
 */
async function closeGently(server: Server, closeIdle: () => void): Promise<void> {
  const graceEndsAt = performance.now() + DRAIN_GRACE_MS;
  const timer = setInterval(() => {
    if (performance.now() > graceEndsAt) closeIdle();
  }, DRAIN_POLL_MS);
  try {
    await new Promise<void>((resolve) => {
      NetServer.prototype.close.call(server, () => resolve());
    });
  } finally {
    clearInterval(timer);
  }
}

const CLIENT_ERRORS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Bytes that are no HTTP never reach the app: a plain answer, then the connection is closed. */
function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  const current = (socket as Duplex & { _httpMessage?: ServerResponse })._httpMessage;
  if (error.code === "ECONNRESET" || !socket.writable || current?.headersSent) {
    socket.destroy();
    return;
  }
  const status = CLIENT_ERRORS[error.code ?? ""] ?? "400 Bad Request";
  const body = `${status.slice(4)}\n`;
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\n` +
      `Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
