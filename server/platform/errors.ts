/** The closed list of what can go wrong. `server/api/error-map.ts` gives each an HTTP status. */
export const ERROR_CODES = [
  "BAD_REQUEST",
  "VALIDATION",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "CONFLICT",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "RATE_LIMITED",
  "TIMEOUT",
  "UNAVAILABLE",
  "INTERNAL",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One field that was refused; `path` is dotted (`roles.0`), `code` is stable, `message` is for people. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** The record as it is now, for somebody whose change was made from an older version of it. */
export interface Conflict {
  version: number;
  /** As its own `get` shows it to this actor; null where they may change it and not read it. */
  current: Record<string, unknown> | null;
}

interface AppErrorOptions {
  cause?: unknown;
  fields?: FieldError[];
  conflict?: Conflict;
  /** Seconds after which a retry may succeed; answered as `Retry-After`. */
  retryAfterSeconds?: number;
}

/** The only error that domains throw. The message is shown to people. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  readonly conflict: Conflict | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.conflict = options.conflict;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** A refused field, thrown by a service for what a schema cannot know (a taken address, a weak password). */
export function fieldError(path: string, code: string, message: string): AppError {
  return new AppError("VALIDATION", message, { fields: [{ path, code, message }] });
}

/** A change that was made from another version than the current one; `what` is "this user". */
export function versionConflict(what: string, conflict: Conflict): AppError {
  return new AppError(
    "CONFLICT",
    `Somebody else changed ${what} meanwhile. Look at their changes, then try again.`,
    { conflict },
  );
}
