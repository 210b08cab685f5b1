import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { core, ZodError } from "zod";
import { AppError, type ErrorCode, type FieldError } from "#server/platform/errors.ts";
import { isDisconnected } from "#server/platform/retry.ts";

interface Mapping {
  status: number;
  trpc: TRPC_ERROR_CODE_KEY;
}

/** The one table from our codes to the wire; a missing code does not compile. */
const ERROR_MAP: Record<ErrorCode, Mapping> = {
  BAD_REQUEST: { status: 400, trpc: "BAD_REQUEST" },
  VALIDATION: { status: 422, trpc: "UNPROCESSABLE_CONTENT" },
  UNAUTHENTICATED: { status: 401, trpc: "UNAUTHORIZED" },
  FORBIDDEN: { status: 403, trpc: "FORBIDDEN" },
  NOT_FOUND: { status: 404, trpc: "NOT_FOUND" },
  METHOD_NOT_ALLOWED: { status: 405, trpc: "METHOD_NOT_SUPPORTED" },
  CONFLICT: { status: 409, trpc: "CONFLICT" },
  PAYLOAD_TOO_LARGE: { status: 413, trpc: "PAYLOAD_TOO_LARGE" },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, trpc: "UNSUPPORTED_MEDIA_TYPE" },
  RATE_LIMITED: { status: 429, trpc: "TOO_MANY_REQUESTS" },
  TIMEOUT: { status: 504, trpc: "GATEWAY_TIMEOUT" },
  UNAVAILABLE: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
  INTERNAL: { status: 500, trpc: "INTERNAL_SERVER_ERROR" },
};

export const httpStatus = (code: ErrorCode): number => ERROR_MAP[code].status;

/** Turns anything thrown into an AppError; what it does not know becomes INTERNAL with the cause kept for the log. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) return fromZod(error);
  if (error instanceof TRPCError) return fromTrpc(error);
  if (isDisconnected(error)) {
    return new AppError("UNAVAILABLE", "The database cannot be reached. Try again in a moment.", {
      cause: error,
      retryAfterSeconds: 2,
    });
  }
  return unexpected(error);
}

function unexpected(cause: unknown): AppError {
  return new AppError("INTERNAL", "Something went wrong.", { cause });
}

export function toTrpcError(error: unknown): TRPCError {
  const appError = toAppError(error);
  return new TRPCError({
    code: ERROR_MAP[appError.code].trpc,
    message: appError.message,
    cause: appError,
  });
}

function fromZod(error: ZodError): AppError {
  const fields = error.issues.flatMap((issue) => toFields(issue, []));
  return new AppError("VALIDATION", "Some fields need another value.", { cause: error, fields });
}

type Issue = core.$ZodIssue;

/** `prefix` is where in the input the issue's own path begins. */
function toFields(issue: Issue, prefix: string[]): FieldError[] {
  const path = [...prefix, ...issue.path.map(String)];
  if (issue.code === "invalid_union" && issue.errors.length > 0)
    return nearestBranch(issue.errors).flatMap((inner) => toFields(inner, path));
  const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
  return keys.map((key) => ({
    path: (key === undefined ? path : [...path, key]).join("."),
    code: issue.code,
    message: key === undefined ? issue.message : "Unknown field",
  }));
}

/** What somebody meant who gave just these keys: the branch that they fit best. */
function nearestBranch(branches: readonly Issue[][]): Issue[] {
  return branches.reduce((nearest, branch) =>
    countMisfits(branch) < countMisfits(nearest) ? branch : nearest,
  );
}

/** Keys that the branch does not know, or the one that tells its kinds apart. */
function countMisfits(issues: readonly Issue[]): number {
  return issues.reduce((count, issue) => {
    if (issue.code === "unrecognized_keys" && issue.path.length === 0)
      return count + issue.keys.length;
    const isOfNoKind = issue.code === "invalid_union" && issue.errors.length === 0;
    return isOfNoKind && issue.path.length === 1 ? count + 1 : count;
  }, 0);
}

function fromTrpc(error: TRPCError): AppError {
  if (error.cause instanceof AppError) return error.cause;
  if (error.cause instanceof ZodError && error.code === "BAD_REQUEST") return fromZod(error.cause);
  if (isOurFault(error)) return unexpected(error.cause);
  if (error.code === "INTERNAL_SERVER_ERROR" && error.cause) return toAppError(error.cause);
  const status = getHTTPStatusCodeFromError(error);
  const code = (Object.keys(ERROR_MAP) as ErrorCode[]).find(
    (key) => ERROR_MAP[key].status === status,
  );
  if (!code || code === "INTERNAL") return unexpected(error);
  return new AppError(code, CLIENT_MESSAGES[code] ?? error.message, { cause: error });
}

/** An output that does not fit its schema, or a schema that must not wait and does: no input was wrong. */
function isOurFault({ cause, code }: TRPCError): boolean {
  if (cause instanceof core.$ZodAsyncError) return true;
  return cause instanceof ZodError && code === "INTERNAL_SERVER_ERROR";
}

const CLIENT_MESSAGES: Partial<Record<ErrorCode, string>> = {
  BAD_REQUEST: "The request could not be read.",
  NOT_FOUND: "There is no such procedure.",
};
