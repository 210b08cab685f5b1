/** A mail as it goes out. */
export interface OutgoingMail {
  /** The same for every attempt at the same mail. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Beyond those that every mail has. */
  headers?: Record<string, string>;
}

export interface MailDriver {
  name: "resend" | "smtp";
  /**
   * @returns the provider's id of the mail, by which it speaks of it later
   * @throws MailRefused when another attempt would fail as well; anything else is worth another
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<string | null>;
  close(): void;
}

/** The provider will not take this mail, now or later. */
export class MailRefused extends Error {
  override name = "MailRefused";
}

/** Of a sender such as `Binnacle <admin@example.com>`. */
export const domainOf = (from: string): string =>
  from
    .replace(/^.*@/s, "")
    .replace(/[^a-z0-9.-].*$/is, "")
    .toLowerCase();
