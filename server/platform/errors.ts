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

interface AppErrorOptions {
  cause?: unknown;
  fields?: FieldError[];
  /** Seconds after which a retry may succeed; answered as `Retry-After`. */
  retryAfterSeconds?: number;
}

/** The only error that domains throw. The message is shown to people. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** A refused field, thrown by a service for what a schema cannot know (a taken address, a weak password). */
export function fieldError(path: string, code: string, message: string): AppError {
  return new AppError("VALIDATION", message, { fields: [{ path, code, message }] });
}
