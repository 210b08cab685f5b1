import { ChangeSubscriptionInput } from "#server/domains/mail/preferences/schema.ts";
import { changeSubscription } from "#server/domains/mail/preferences/service.ts";
import { AppError } from "#server/platform/errors.ts";
import { readFormBody } from "../body.ts";
import type { WebRoute } from "./mount.ts";

const MAX_BYTES = 1024;

/**
 * Where a mail program ends mail of one kind with one click (RFC 8058): the token in the address is
 * all it has, so cookies are not looked at. A person who opens the address gets the page that asks.
 */
export const unsubscribeRoute: WebRoute = {
  path: "/api/mail/unsubscribe",
  methods: ["GET", "POST"],
  handler:
    ({ services }) =>
    async (c) => {
      const token = c.req.query("token") ?? "";
      if (c.req.method !== "POST") {
        return c.redirect(`${services.publicUrl}/unsubscribe?token=${encodeURIComponent(token)}`);
      }
      const form = await readFormBody(c.env.incoming, MAX_BYTES);
      if (form.get("List-Unsubscribe") !== "One-Click") {
        throw new AppError("BAD_REQUEST", "Send List-Unsubscribe=One-Click.");
      }
      const ctx = {
        ...services,
        ...{ actor: undefined, request: c.env.incoming.exchange.info, setCookies: [] },
      };
      await changeSubscription(ctx, ChangeSubscriptionInput.parse({ token, isWanted: false }));
      return c.body(null, 204);
    },
};
