import { z } from "zod";
import { LOCALES } from "../locale/catalog.ts";

const MINUTE = 60;
const DAY = 86_400;

/** A domain of e-mail addresses: `example.com`. */
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "Expected a domain such as example.com");

/** A label of the DNS, or several with dots between. */
const Selector = z
  .string()
  .trim()
  .toLowerCase()
  .max(63)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/, "Expected a selector such as resend");

/** Line ends are the only control characters. */
const isPlainText = (text: string) => !/(?!\n)\p{Cc}/u.test(text);

const Seconds = (min: number, max: number) => z.int().min(min).max(max);
const PerMinute = z.int().min(60).max(10_000_000);

export const RegistrationSettings = z.strictObject({
  /** Whether people may make an account without an invitation. */
  isOpen: z.boolean(),
  /** What a newly registered user is. */
  role: z.enum(["viewer", "support"]),
  /** Whose addresses may register; empty for everybody's. */
  allowedDomains: z.array(Domain).max(100),
});

export const SessionSettings = z.strictObject({
  /** A session ends this long after sign-in, in seconds. */
  absoluteSeconds: Seconds(MINUTE, 90 * DAY),
  /** The same for a remembered device, which has no idle limit. */
  rememberedSeconds: Seconds(MINUTE, 365 * DAY),
  /** A session ends after this long without a request. */
  idleSeconds: Seconds(MINUTE, 30 * DAY),
  /** Acting in somebody else's name ends this long after it began, in use or not. */
  impersonationSeconds: Seconds(5 * MINUTE, 240 * MINUTE),
});

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;

export const LoggingSettings = z.strictObject({
  /** The least severe level that is logged. */
  level: z.enum(LOG_LEVELS),
});

export const RateLimitSettings = z.strictObject({
  /** API requests per minute of one signed-in user. */
  perUser: PerMinute,
  /** Requests per minute of one network address: for pages, and without a session. */
  perAddress: PerMinute,
});

export const TrashSettings = z.strictObject({
  /** Users are purged after so many days in the trash. */
  keptDays: z.int().min(1).max(3650),
});

export const MailSettings = z.strictObject({
  /** Of mail to people who have chosen none, where it is not known what their browser asks for. */
  language: z.enum(LOCALES),
  /** Below every mail: who sent it, and what the law wants to stand there. */
  footer: z.string().trim().max(1_000).refine(isPlainText, "Control characters are not allowed"),
  /** Under which names the keys of the sending domain are published. */
  dkimSelectors: z.array(Selector).max(5),
});

/** Everything that can be changed while the program runs, in groups that are changed together. */
export const SETTING_GROUPS = {
  registration: RegistrationSettings,
  sessions: SessionSettings,
  logging: LoggingSettings,
  rateLimits: RateLimitSettings,
  trash: TrashSettings,
  mail: MailSettings,
} as const;

export type SettingGroup = keyof typeof SETTING_GROUPS;
export const SETTING_GROUP_NAMES = Object.keys(SETTING_GROUPS) as SettingGroup[];
export type Settings = { [Group in SettingGroup]: z.output<(typeof SETTING_GROUPS)[Group]> };
