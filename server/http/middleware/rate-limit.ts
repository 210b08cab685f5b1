import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#server/platform/errors.ts";
import { networkOf } from "#server/platform/network.ts";
import type { HttpDependencies } from "../app.ts";
import type { Exchange, Middleware, ServedResponse } from "../exchange.ts";

const WINDOW_SECONDS = 60;

/**
 * Bounds how often one caller asks: a signed-in user on API routes, a network address elsewhere.
 * Each process counts for itself. Probes and the files of pages are not counted. The answer says
 * what is left, in the fields of draft-ietf-httpapi-ratelimit-headers-06.
 */
export function rateLimit({ services }: HttpDependencies): Middleware {
  // It only counts: the limits differ from caller to caller, and may change at any time.
  const counter = new RateLimiterMemory({
    points: Number.MAX_SAFE_INTEGER,
    duration: WINDOW_SECONDS,
  });
  async function consume({ context, info }: Exchange): Promise<Consumed> {
    const { rateLimits } = services.settings.current;
    const { actor } = context ?? {};
    const isUser = actor?.kind === "user";
    const limit = isUser ? rateLimits.perUser : rateLimits.perAddress;
    const key = isUser
      ? `user:${(actor.impersonator ?? actor).userId}`
      : `address:${networkOf(info.address)}`;
    return { limit, used: await counter.consume(key) };
  }
  return async ({ incoming: { exchange }, outgoing }) => {
    if (!isCounted(exchange)) return;
    const consumed = await consume(exchange);
    tellLimit(outgoing, consumed);
    assertWithin(consumed);
    exchange.countCall = async () => assertWithin(await consume(exchange));
  };
}

interface Consumed {
  limit: number;
  used: RateLimiterRes;
}

function assertWithin({ limit, used }: Consumed): void {
  if (used.consumedPoints > limit) throw refused(used);
}

function isCounted({ area, target }: Exchange): boolean {
  return area !== "probe" && !(area === "page" && target.path.startsWith("/_next/"));
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

function tellLimit(outgoing: ServedResponse, { limit, used }: Consumed): void {
  outgoing.setHeader("RateLimit-Limit", limit);
  outgoing.setHeader("RateLimit-Remaining", Math.max(0, limit - used.consumedPoints));
  outgoing.setHeader("RateLimit-Reset", secondsLeft(used));
}

function refused(used: RateLimiterRes): AppError {
  const retryAfterSeconds = secondsLeft(used);
  return new AppError("RATE_LIMITED", `Too many requests. Try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });
}
