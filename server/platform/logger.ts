import {
  type DestinationStream,
  destination,
  type Level,
  type Logger as PinoLogger,
  pino,
  stdSerializers,
} from "pino";
import { currentRequest } from "./request-scope.ts";

export type Logger = PinoLogger;

const SECRETS: ReadonlySet<string> = new Set([
  "password",
  "newPassword",
  "currentPassword",
  "passwordHash",
  "token",
  "tokenHash",
  "secret",
  "authSecret",
  "authorization",
  "cookie",
  "set-cookie",
]);
const MAX_DEPTH = 6;

/** Lines are written together; at most this much, for at most this long, is lost to a kill -9. */
const GATHERED_BYTES = 8192;
const GATHERED_MS = 100;

function openStdout(): DestinationStream {
  return destination({ fd: 1, sync: false, minLength: GATHERED_BYTES, periodicFlush: GATHERED_MS });
}

/** JSON lines on stdout, secrets redacted, the request on each line written while one is served. */
export function createLogger(level: Level, stream: DestinationStream = openStdout()): Logger {
  return pino(
    {
      level,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields, 0) as Record<string, unknown>,
      },
      serializers: { err: describeError },
      timestamp: createTimestamp(),
      base: { pid: process.pid },
      mixin: addRequest,
      mixinMergeStrategy: (_fields, added) => added,
    },
    stream,
  );
}

/** To the fields of a line that does not name its request: the one being served, its trace, and the job it comes from. */
function addRequest(fields: object): object {
  if ("requestId" in fields) return fields;
  const request = currentRequest();
  if (!request) return fields;
  const { id, traceId, jobId } = request;
  return { requestId: id, ...(traceId && { traceId }), ...(jobId && { jobId }), ...fields };
}

/** ISO 8601, formatted once per millisecond. */
function createTimestamp(): () => string {
  let [formattedMs, text] = [0, ""];
  return () => {
    const now = Date.now();
    if (now === formattedMs) return text;
    formattedMs = now;
    text = `,"time":"${new Date(now).toISOString()}"`;
    return text;
  };
}

/** Copies only what holds a secret; every other object is passed on as it is. */
function redact(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (!isPlain(value)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const before = (value as Record<string, unknown>)[key];
    const after = SECRETS.has(key) && before != null ? "[redacted]" : redact(before, depth + 1);
    if (after === before) continue;
    copy ??= { ...value };
    copy[key] = after;
  }
  return copy ?? value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const PARAMETERS = /\nparams: [\s\S]*?(?=\n {4}at |$)/g;

/** Drizzle and postgres.js put the statement's values into their errors: names and hashes of people. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { params, parameters, args, detail, raw, ...rest } = stdSerializers.err(error) as Record<
    string,
    unknown
  >;
  return redact(
    { ...rest, message: withoutParameters(rest.message), stack: withoutParameters(rest.stack) },
    0,
  );
}

function withoutParameters(text: unknown): unknown {
  return typeof text === "string" ? text.replace(PARAMETERS, "") : text;
}
