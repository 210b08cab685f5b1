import type { HttpDependencies } from "../app.ts";
import { isWhole, type Middleware, type ServedResponse } from "../exchange.ts";

const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
]);

/** Rate, errors, duration by route pattern, and how many requests are being served. */
export function metrics({ services }: HttpDependencies): Middleware {
  const { httpRequests, requestsInFlight } = services.metrics;
  function observe(this: ServedResponse): void {
    const { exchange } = this.req;
    requestsInFlight.dec();
    const method = METHODS.has(exchange.method) ? exchange.method : "other";
    const status = isWhole(this) ? this.statusCode : "aborted";
    const seconds = (performance.now() - exchange.startedAt) / 1000;
    httpRequests.observe({ method, route: exchange.route, status }, seconds);
  }
  return ({ outgoing }) => {
    requestsInFlight.inc();
    outgoing.on("close", observe);
  };
}
