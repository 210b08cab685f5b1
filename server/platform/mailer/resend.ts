import { type ErrorResponse, Resend } from "resend";
import { type MailDriver, MailPutOff, MailRefused } from "./driver.ts";
import { formatSender, parseSender } from "./sender.ts";

interface Options {
  apiKey: string;
  baseUrl: string | undefined;
  from: string;
}

const TIMEOUT_MS = 20_000;
/** About the mail itself. What is wrong with a key or the domain (401, 403, 404) an operator can mend. */
const PERMANENT: ReadonlySet<number> = new Set([400, 413, 422]);
const TOO_MANY_REQUESTS = 429;
/**
 * The key was used on another payload within the day: this mail has been taken, before a build or a
 * setting changed what is sent with it.
 */
const TAKEN_BEFORE = "invalid_idempotent_request";

/**
 * Over Resend's API. The idempotency key, kept there for a day, makes one mail of all attempts, also
 * when an answer was lost after the mail was taken.
 */
export function createResendDriver({ apiKey, baseUrl, from: given }: Options): MailDriver {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  const from = formatSender(parseSender(given));
  return {
    name: "resend",
    timeoutMs: TIMEOUT_MS,
    async send({ id, ...mail }, signal) {
      const { data, error, headers } = await resend.emails.send(
        { from, ...mail, tags: [{ name: "mail", value: id }] },
        { idempotencyKey: id, signal },
      );
      signal.throwIfAborted();
      if (data) return data.id;
      if (error.name === TAKEN_BEFORE) return null;
      throw problemOf(error, headers?.["retry-after"]);
    },
    close() {},
  };
}

function problemOf({ message, name, statusCode }: ErrorResponse, retryAfter?: string): Error {
  const said = `Resend: ${message} (${name})`;
  if (PERMANENT.has(statusCode ?? 0)) return new MailRefused(said);
  if (statusCode !== TOO_MANY_REQUESTS) return new Error(said);
  return new MailPutOff(said, Math.max(1, Number(retryAfter) || 0));
}
