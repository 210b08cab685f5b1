import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import type { Config } from "#server/config.ts";
import {
  type MailDriver,
  MailProviderResting,
  MailPutOff,
  MailRefused,
  type OutgoingMail,
} from "./driver.ts";
import { createResendDriver } from "./resend.ts";
import { createSmtpDriver } from "./smtp.ts";

const FAILURES_UNTIL_OPEN = 5;
const OPEN_SECONDS = 30;

export interface Mailer {
  /** `outbox`: mail stays in the dashboard. */
  driver: "outbox" | MailDriver["name"];
  /** Closed as long as the provider answers; open while it is left alone after it failed again and again. */
  breaker(): "closed" | "open" | "half-open";
  /** @throws MailRefused; MailPutOff when it comes too soon; Error when another attempt is worth it */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<string | null>;
  close(): void;
}

type MailConfig = Pick<Config, "resendApiKey" | "resendBaseUrl" | "smtpUrl" | "mailFrom">;

/** @param timeoutMs how long one mail may take at most, if not as long as its driver allows */
export function createMailer(config: MailConfig, timeoutMs?: number): Mailer {
  const driver = createDriver(config);
  if (!driver) return OUTBOX;
  const limitMs = timeoutMs ?? driver.timeoutMs;
  const policy = circuitBreaker(
    handleWhen((error) => !(error instanceof MailRefused || error instanceof MailPutOff)),
    { halfOpenAfter: OPEN_SECONDS * 1000, breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN) },
  );
  // It tells that it is open until the next mail, however long that takes.
  let openUntil = 0;
  policy.onBreak(() => {
    openUntil = performance.now() + OPEN_SECONDS * 1000;
  });
  return {
    driver: driver.name,
    breaker() {
      const word = BREAKER_WORDS[policy.state];
      return word === "open" && performance.now() >= openUntil ? "half-open" : word;
    },
    send: (mail, signal) =>
      policy
        .execute(() => driver.send(mail, AbortSignal.any([signal, AbortSignal.timeout(limitMs)])))
        .catch(putOffWhileOpen),
    close: () => driver.close(),
  };
}

function putOffWhileOpen(error: unknown): never {
  if (!(error instanceof BrokenCircuitError)) throw error;
  const message = "The provider is left alone for a while";
  throw new MailProviderResting(message, OPEN_SECONDS, { cause: error });
}

const OUTBOX: Mailer = {
  driver: "outbox",
  breaker: () => "closed",
  send: () => Promise.reject(new MailRefused("Mail stays in the outbox")),
  close() {},
};

const BREAKER_WORDS: Record<CircuitState, "closed" | "open" | "half-open"> = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.Isolated]: "open",
  [CircuitState.HalfOpen]: "half-open",
};

function createDriver({
  resendApiKey,
  resendBaseUrl,
  smtpUrl,
  mailFrom,
}: MailConfig): MailDriver | null {
  if (!mailFrom) return null;
  if (resendApiKey) {
    return createResendDriver({ apiKey: resendApiKey, baseUrl: resendBaseUrl, from: mailFrom });
  }
  if (!smtpUrl) return null;
  return createSmtpDriver({ url: smtpUrl, from: mailFrom });
}
