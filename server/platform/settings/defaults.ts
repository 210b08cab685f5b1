import type { Config } from "#server/config.ts";
import type { Settings } from "./catalog.ts";

const IMPERSONATION_SECONDS = 3600;

/** What counts until somebody changes it: the configuration where it says something. */
export function defaultSettings(config: Config): Settings {
  return {
    registration: { isOpen: false, role: "viewer", allowedDomains: [] },
    sessions: {
      absoluteSeconds: config.sessionAbsoluteSeconds,
      rememberedSeconds: config.sessionRememberedSeconds,
      idleSeconds: config.sessionIdleSeconds,
      impersonationSeconds: IMPERSONATION_SECONDS,
    },
    logging: { level: config.logLevel },
    rateLimits: { perUser: config.rateLimitPerUser, perAddress: config.rateLimitPerAddress },
    trash: { keptDays: 30 },
    mail: { language: "en", footer: "", dkimSelectors: config.resendApiKey ? ["resend"] : [] },
  };
}
