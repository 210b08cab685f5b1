import { callTRPCProcedure } from "@trpc/server";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import type { Handler } from "../exchange.ts";
import type { WebRoute } from "./mount.ts";

const TYPES: Record<string, string> = {
  csv: "text/csv; charset=UTF-8",
  jsonl: "application/jsonl; charset=UTF-8",
};
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/**
 * The audit log as a file: `?format=csv|jsonl`, and `filter` as JSON. Every page passes the door of
 * `audit.export`, and is read when the client has taken the one before.
 */
export const auditExportRoute: WebRoute = {
  path: "/api/v1/audit/export",
  methods: ["GET"],
  handler: exportAudit,
};

interface Part {
  text: string;
  nextCursor: string | null;
}

function exportAudit({ appRouter }: HttpDependencies): Handler {
  return async (c) => {
    const { context, method } = c.env.incoming.exchange;
    const format = c.req.query("format") ?? "csv";
    const filter = readFilter(c.req.query("filter"));
    const read = (cursor?: string) =>
      callTRPCProcedure({
        router: appRouter,
        path: "audit.export",
        type: "mutation",
        ctx: context,
        getRawInput: async () => ({ format, filter, cursor }),
        signal: undefined,
        batchIndex: 0,
      }) as Promise<Part>;
    const first = await read();
    const day = new Date().toISOString().slice(0, 10);
    const headers = {
      "Content-Type": TYPES[format] ?? "text/plain; charset=UTF-8",
      "Content-Disposition": `attachment; filename="audit-${day}.${format}"`,
    };
    if (method === "HEAD") return c.body(null, 200, headers);
    return c.body(streamParts(first, read), 200, headers);
  };
}

/** One part at a time, when there is room for it; none after the client has left. */
function streamParts(
  first: Part,
  read: (cursor: string) => Promise<Part>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let part: Part | null = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (part) controller.enqueue(encoder.encode(part.text));
        const cursor: string | null | undefined = part?.nextCursor;
        part = cursor ? await read(cursor) : null;
        if (!part) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}

/** @throws AppError VALIDATION for what is no JSON */
function readFilter(text: string | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === "string" && INSTANT.test(value) ? new Date(value) : value,
    );
  } catch (cause) {
    const message = "The filter is not JSON.";
    throw new AppError("VALIDATION", message, {
      cause,
      fields: [{ path: "filter", code: "invalid_json", message }],
    });
  }
}
