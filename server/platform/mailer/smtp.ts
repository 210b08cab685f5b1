import { createTransport } from "nodemailer";
import { type MailDriver, MailRefused } from "./driver.ts";
import { domainOf, parseSender } from "./sender.ts";
import { smtpUrlWith, TIMEOUTS_MS } from "./smtp-url.ts";

interface Options {
  /** `smtp://user:password@host:port`, or `smtps:` for TLS from the first byte. */
  url: string;
  from: string;
  timeoutsMs?: typeof TIMEOUTS_MS;
}

interface SmtpProblem extends Error {
  /** Of nodemailer. */
  code?: string;
  /** Of the server. */
  responseCode?: number;
  command?: string;
}

/** RFC 4954, section 6: it wants us to sign in first. */
const AUTHENTICATION_REQUIRED = 530;

/**
 * The server will not take this recipient or this mail (RFC 5321, section 4.2.1). What it says of our
 * credentials, our sender or the conversation an operator can mend.
 */
function isRefusal({ code, responseCode = 0, command }: SmtpProblem): boolean {
  const isOfMail = (code === "EENVELOPE" && command !== "MAIL FROM") || code === "EMESSAGE";
  const isPermanent = responseCode >= 500 && responseCode !== AUTHENTICATION_REQUIRED;
  return isOfMail && isPermanent;
}

/**
 * Over SMTP. All attempts at a mail carry one Message-ID, by which a receiver knows a second copy: SMTP
 * has no other way to tell, when the connection was lost after the mail was taken.
 */
export function createSmtpDriver({ url, from, timeoutsMs = TIMEOUTS_MS }: Options): MailDriver {
  const transport = createTransport(smtpUrlWith(url, timeoutsMs), { from: parseSender(from) });
  const domain = domainOf(from);
  return {
    name: "smtp",
    timeoutMs: Object.values(timeoutsMs).reduce((sum, each) => sum + each),
    async send({ id, to, ...mail }, signal) {
      const messageId = `<${id}@${domain}>`;
      // As an object, so that no comma or bracket makes two of one recipient.
      const message = { to: { name: "", address: to }, ...mail, messageId };
      try {
        await Promise.race([transport.sendMail(message), aborted(signal)]);
        return messageId;
      } catch (error) {
        const problem = error as SmtpProblem;
        if (isRefusal(problem)) throw new MailRefused(problem.message, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** Nodemailer knows no signals. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  });
}
