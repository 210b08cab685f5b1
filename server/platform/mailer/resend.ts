import { Resend } from "resend";
import { type MailDriver, MailRefused } from "./driver.ts";

interface Options {
  apiKey: string;
  baseUrl: string | undefined;
  from: string;
}

/** Of those that name a fault of the mail or of our settings, which no other attempt mends. */
const PERMANENT: ReadonlySet<number> = new Set([400, 403, 404, 413, 422]);

/**
 * Over Resend's API. The idempotency key, kept there for a day, makes one mail of all attempts, also
 * when an answer was lost after the mail was taken.
 */
export function createResendDriver({ apiKey, baseUrl, from }: Options): MailDriver {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    name: "resend",
    async send({ id, ...mail }, signal) {
      const { data, error } = await resend.emails.send(
        { from, ...mail, tags: [{ name: "mail", value: id }] },
        { idempotencyKey: id, signal },
      );
      signal.throwIfAborted();
      if (data) return data.id;
      const message = `Resend: ${error.message} (${error.name})`;
      throw PERMANENT.has(error.statusCode ?? 0) ? new MailRefused(message) : new Error(message);
    },
    close() {},
  };
}
