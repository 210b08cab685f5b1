import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { AppError } from "#server/platform/errors.ts";
import {
  observeBuild,
  observeDatabase,
  observeQueues,
  observeReplicas,
  observeStreams,
} from "#server/platform/metrics.ts";
import { VERSION } from "#server/version.ts";
import type { HttpDependencies } from "../app.ts";
import { isLoopback, plainAddress } from "../client-address.ts";
import type { Handler } from "../exchange.ts";
import type { WebRoute } from "./mount.ts";

/** Prometheus scrapes this: open to the machine itself, to others with the token, absent without one. */
export const metricsRoute: WebRoute = {
  path: "/metrics",
  methods: ["GET"],
  handler: exposeMetrics,
};

function exposeMetrics({ services }: HttpDependencies): Handler {
  const { registry } = services.metrics;
  const expected = services.config.metricsToken && digest(`Bearer ${services.config.metricsToken}`);
  observeBuild(services.metrics, VERSION);
  observeDatabase(services.metrics, services);
  observeQueues(services.metrics, services);
  observeReplicas(services.metrics, services);
  observeStreams(services.metrics, services);
  return async (c) => {
    const { incoming, outgoing } = c.env;
    if (!isFromThisMachine(incoming)) {
      if (!expected) throw new AppError("NOT_FOUND", "There is nothing at this address.");
      if (!timingSafeEqual(expected, digest(incoming.headers.authorization ?? ""))) {
        outgoing.setHeader("WWW-Authenticate", "Bearer");
        throw new AppError("UNAUTHENTICATED", "Send the metrics token as a bearer token.");
      }
    }
    return c.body(await registry.metrics(), 200, { "Content-Type": registry.contentType });
  };
}

/** A proxy on the same machine speaks from loopback too, but says for whom. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  if (headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined) return false;
  return isLoopback(plainAddress(socket.remoteAddress));
}

const digest = (text: string) => createHash("sha256").update(text).digest();
