import { z } from "zod";
import {
  LoggingSettings,
  MailSettings,
  RateLimitSettings,
  RegistrationSettings,
  SessionSettings,
  TrashSettings,
} from "#server/platform/settings/catalog.ts";

/** What one group holds now, and what it would hold had nobody changed it. */
function Group<Value extends z.ZodType>(value: Value) {
  return z.strictObject({
    value,
    defaults: value,
    /** To be sent back with a change; 0 while nobody has changed anything. */
    version: z.int().min(0),
    changedAt: z.date().nullable(),
  });
}

export const AllSettings = z.strictObject({
  registration: Group(RegistrationSettings),
  sessions: Group(SessionSettings),
  logging: Group(LoggingSettings),
  rateLimits: Group(RateLimitSettings),
  trash: Group(TrashSettings),
  mail: Group(MailSettings),
});
export type AllSettings = z.infer<typeof AllSettings>;

const version = z.int().min(0);

export const UpdateRegistrationInput = z.strictObject({
  group: z.literal("registration"),
  value: RegistrationSettings,
  version,
});
export const UpdateSessionsInput = z.strictObject({
  group: z.literal("sessions"),
  value: SessionSettings,
  version,
});
export const UpdateLoggingInput = z.strictObject({
  group: z.literal("logging"),
  value: LoggingSettings,
  version,
});
export const UpdateRateLimitsInput = z.strictObject({
  group: z.literal("rateLimits"),
  value: RateLimitSettings,
  version,
});
export const UpdateTrashInput = z.strictObject({
  group: z.literal("trash"),
  value: TrashSettings,
  version,
});
export const UpdateMailInput = z.strictObject({
  group: z.literal("mail"),
  value: MailSettings,
  version,
});

/** A whole group; the version is the one that the change was made from. */
export const UpdateSettingsInput = z.discriminatedUnion("group", [
  UpdateRegistrationInput,
  UpdateSessionsInput,
  UpdateLoggingInput,
  UpdateRateLimitsInput,
  UpdateTrashInput,
  UpdateMailInput,
]);
export type UpdateSettingsInput = z.infer<typeof UpdateSettingsInput>;
