import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import { UNMATCHED } from "../exchange.ts";
import { preparePageRequest } from "../page-request.ts";
import type { DirectRoute, Serve, WebRoute } from "./mount.ts";

/** next-auth's part of Next. */
export const authRoute: DirectRoute = {
  path: "/api/auth/*",
  methods: ["GET", "POST"],
  serve: handToNext,
};

export const assetRoute: DirectRoute = { path: "/_next/*", methods: ["GET"], serve: handToNext };

/** No page takes a POST: there are no server actions. */
export const pageRoute: DirectRoute = {
  path: "/*",
  label: "pages",
  methods: ["GET"],
  serve: handToNext,
};

export const unknownApiRoute: WebRoute = {
  path: "/api/*",
  label: UNMATCHED,
  methods: "any",
  handler: () => () => {
    throw notFound();
  },
};

function handToNext(deps: HttpDependencies): Serve {
  const { handleNext, handleNextUpgrade } = deps;
  const isDevelopment = deps.services.config.mode === "development";
  return async ({ incoming, outgoing }) => {
    if (!handleNext) throw notFound();
    preparePageRequest(incoming, isDevelopment);
    const { upgradeHead } = incoming.exchange;
    if (upgradeHead && handleNextUpgrade) {
      outgoing.statusCode = 101;
      return handleNextUpgrade(incoming, incoming.socket, upgradeHead);
    }
    await handleNext(incoming, outgoing);
  };
}

const notFound = () => new AppError("NOT_FOUND", "There is nothing at this address.");
