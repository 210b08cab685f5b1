import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import type { Handler } from "../exchange.ts";
import { preparePageRequest } from "../page-request.ts";
import type { Route } from "./mount.ts";

function handToNext({ handleNext, services: { config } }: HttpDependencies): Handler {
  const isDevelopment = config.mode === "development";
  return async (c) => {
    if (!handleNext) throw notFound();
    const { incoming, outgoing } = c.env;
    preparePageRequest(incoming, isDevelopment);
    await handleNext(incoming, outgoing);
    return RESPONSE_ALREADY_SENT;
  };
}

const notFound = () => new AppError("NOT_FOUND", "There is nothing at this address.");

const refuse = (): Handler => () => {
  throw notFound();
};

/** What Hono does not answer itself. No page takes a POST: there are no server actions. */
export const pageRoutes: readonly Route[] = [
  { path: "/api/auth/*", methods: ["GET", "POST"], handler: handToNext },
  { path: "/api/*", label: "unmatched", methods: "any", handler: refuse },
  { path: "/_next/*", methods: ["GET"], handler: handToNext },
  { path: "/*", label: "pages", methods: ["GET"], handler: handToNext },
];
