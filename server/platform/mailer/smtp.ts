import { createTransport } from "nodemailer";
import { domainOf, type MailDriver, MailRefused } from "./driver.ts";

interface Options {
  /** `smtp://user:password@host:port`, or `smtps:` for TLS from the first byte. */
  url: string;
  from: string;
  timeoutMs: number;
}

const MAX_CONNECTIONS = 5;
/** RFC 5321, section 4.2.1: the server will not change its mind. */
const isPermanent = (code: unknown) => typeof code === "number" && code >= 500 && code < 600;

/**
 * Over SMTP. All attempts at a mail carry one Message-ID, by which a receiver knows a second copy: SMTP
 * has no other way to tell, when the connection was lost after the mail was taken.
 */
export function createSmtpDriver({ url, from, timeoutMs }: Options): MailDriver {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: MAX_CONNECTIONS,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0],
    { from },
  );
  const domain = domainOf(from);
  return {
    name: "smtp",
    async send({ id, to, ...mail }) {
      const messageId = `<${id}@${domain}>`;
      try {
        // As an object, so that no comma or bracket makes two of one recipient.
        await transport.sendMail({ to: { name: "", address: to }, ...mail, messageId });
        return messageId;
      } catch (error) {
        const { responseCode, message } = error as Error & { responseCode?: number };
        if (isPermanent(responseCode)) throw new MailRefused(message, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
