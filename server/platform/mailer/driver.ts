/** A mail as it goes out. */
export interface OutgoingMail {
  /** The same for every attempt at the same mail. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Beyond those that a driver makes. */
  headers: Record<string, string>;
}

export interface MailDriver {
  name: "resend" | "smtp";
  /** How long one mail may take at most. */
  timeoutMs: number;
  /**
   * @returns the provider's id of the mail, by which it speaks of it later
   * @throws MailRefused when another attempt would fail as well, MailPutOff when it comes too soon;
   * anything else is worth another
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<string | null>;
  close(): void;
}

/** The provider will not take this mail, now or later. */
export class MailRefused extends Error {
  override name = "MailRefused";
}

/** There is nothing wrong with the mail; it may be sent after so many seconds. */
export class MailPutOff extends Error {
  override name = "MailPutOff";
  readonly seconds: number;

  constructor(message: string, seconds: number, options?: ErrorOptions) {
    super(message, options);
    this.seconds = seconds;
  }
}

/** The provider has failed again and again, and is not asked for a while. */
export class MailProviderResting extends MailPutOff {}
