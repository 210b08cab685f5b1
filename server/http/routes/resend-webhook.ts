import { Resend } from "resend";
import { ResendEvent } from "#server/domains/mail/webhooks/schema.ts";
import { takeReport } from "#server/domains/mail/webhooks/service.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { readJsonBody } from "../body.ts";
import type { WebRoute } from "./mount.ts";

const MAX_BYTES = 256 * 1024;

/** Where Resend reports what became of mail. Signed, so it needs no session; absent without its secret. */
export const resendWebhookRoute: WebRoute = {
  path: "/api/webhooks/resend",
  methods: ["POST"],
  handler: ({ services }) => {
    const { resendWebhookSecret: webhookSecret } = services.config;
    // The key is for calls to Resend, of which verifying is none.
    const { webhooks } = new Resend("unused");
    return async (c) => {
      if (!webhookSecret) throw new AppError("NOT_FOUND", "There is nothing at this address.");
      const payload = await readJsonBody(c.env.incoming, MAX_BYTES);
      const header = (name: string) => c.req.header(`svix-${name}`) ?? "";
      const id = header("id");
      const headers = { id, timestamp: header("timestamp"), signature: header("signature") };
      try {
        webhooks.verify({ payload, headers, webhookSecret });
      } catch (cause) {
        const message = "The signature does not fit, or is older than five minutes.";
        throw new AppError("UNAUTHENTICATED", message, { cause });
      }
      const event = ResendEvent.parse(JSON.parse(payload));
      const ctx = createSystemContext(services, "resend webhook");
      await takeReport(ctx, id, event);
      return c.body(null, 204);
    };
  },
};
