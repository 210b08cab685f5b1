import { callTRPCProcedure } from "@trpc/server";
import type { HttpDependencies } from "../app.ts";
import type { Handler } from "../exchange.ts";
import { setServerTiming } from "../server-timing.ts";
import type { WebRoute } from "./mount.ts";

/** The health page as plain JSON, through the same procedure and therefore the same door. */
export const healthRoute: WebRoute = {
  path: "/api/v1/health",
  methods: ["GET"],
  handler: showHealth,
};

function showHealth({ appRouter }: HttpDependencies): Handler {
  return async (c) => {
    const health = await callTRPCProcedure({
      router: appRouter,
      path: "health.get",
      type: "query",
      ctx: c.env.incoming.exchange.context,
      getRawInput: async () => undefined,
      signal: undefined,
      batchIndex: 0,
    });
    setServerTiming(c.env.outgoing);
    return c.json(health as object);
  };
}
