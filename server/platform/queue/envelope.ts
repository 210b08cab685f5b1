import type { Context } from "../context.ts";

/** What made a job: the request, who sent it, and the job in whose run it was enqueued. */
export interface Cause {
  requestId: string;
  actor: { kind: "user"; id: string; name: string } | { kind: "system"; name: string } | null;
  jobId?: string;
  /** Of the trace that the request belongs to. */
  traceId?: string;
}

/** A job's `data`: the payload by itself, so that `data->'payload'` can be searched. */
export interface Envelope {
  payload: unknown;
  cause: Cause;
}

export function causeOf(ctx: Context): Cause {
  const cause: Cause = { requestId: ctx.request.id, actor: null };
  if (ctx.actor?.kind === "user") {
    cause.actor = { kind: "user", id: ctx.actor.userId, name: ctx.actor.name };
  } else if (ctx.actor) {
    cause.actor = { kind: "system", name: ctx.actor.name };
  }
  if (ctx.request.jobId) cause.jobId = ctx.request.jobId;
  if (ctx.request.traceId) cause.traceId = ctx.request.traceId;
  return cause;
}
