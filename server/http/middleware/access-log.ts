import type { Logger } from "#server/platform/logger.ts";
import type { HttpDependencies } from "../app.ts";
import { type Exchange, isWhole, type Middleware, type ServedResponse } from "../exchange.ts";

/** One line per request, written when its answer is out or its client is gone. No query: it may hold secrets. */
export function accessLog({ services }: HttpDependencies): Middleware {
  function writeLine(this: ServedResponse): void {
    write(services.log, this.req.exchange, this);
  }
  return ({ outgoing }) => {
    outgoing.on("close", writeLine);
  };
}

function write(log: Logger, exchange: Exchange, outgoing: ServedResponse): void {
  const actor = exchange.context?.actor;
  const user = actor?.kind === "user" ? actor : undefined;
  const line = {
    requestId: exchange.info.id,
    method: exchange.method,
    path: exchange.target.path,
    route: exchange.route,
    status: outgoing.statusCode,
    durationMs: Math.round((performance.now() - exchange.startedAt) * 100) / 100,
    bytes: outgoing.req.socket.bytesWritten - exchange.bytesBefore,
    address: exchange.info.address,
    userId: user?.userId,
    impersonatorId: user?.impersonator?.userId,
    traceId: exchange.info.traceId,
    isAborted: isWhole(outgoing) ? undefined : true,
  };
  if (exchange.area === "probe") log.debug(line, "request");
  else log.info(line, "request");
}
