import { AppError } from "#server/platform/errors.ts";
import type { Middleware } from "../exchange.ts";

/** Refuses a target that two parsers could read in two ways, and a Host that names no host. */
export function requestTarget(): Middleware {
  return ({ incoming }) => {
    if (incoming.exchange.target.isRefused) {
      throw new AppError("BAD_REQUEST", "This address cannot be read.");
    }
  };
}
