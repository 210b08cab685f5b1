import { initTRPC, type TRPCProcedureType } from "@trpc/server";
import { inPersonOf, PERMISSIONS, type Permission } from "#server/platform/access/catalog.ts";
import { assertInPerson } from "#server/platform/access/in-person.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { withDeadline } from "#server/platform/deadline.ts";
import { AppError } from "#server/platform/errors.ts";
import { isDisconnected, withRetry } from "#server/platform/retry.ts";
import { httpStatus, toAppError, toTrpcError } from "./error-map.ts";
import { callOnce } from "./keyed-call.ts";
import { parsedAtOnce } from "./parse-at-once.ts";
import { transformer } from "./transformer.ts";

interface Docs {
  /** One sentence for people. */
  description: string;
  /** An input that works, for the API's documentation. */
  example?: unknown;
  /** Why a mutation takes no `Idempotency-Key`; the others do. */
  keyless?: string;
}

export interface ProcedureMeta extends Docs {
  /** Null on the few procedures that people use before they are signed in; `reason` says why. */
  permission: Permission | null;
  resource: string;
  reason?: string;
}

/** Permission, resource and docs of every procedure: one cannot be built without them. */
const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer,
    isDev: false,
    defaultMeta: undefined,
    errorFormatter({ error, shape, ctx }) {
      const appError = toAppError(error);
      return {
        code: shape.code,
        message: appError.message,
        data: {
          code: appError.code,
          httpStatus: httpStatus(appError.code),
          fields: appError.fields,
          requestId: ctx?.request.id ?? null,
          retryAfterSeconds: appError.retryAfterSeconds ?? null,
          conflict: appError.conflict ?? null,
        },
      };
    },
  });

export const createRouter = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Times and counts each call, and lets in whom `admit` lets in, before the input is looked at. */
function observed<Admitted>(admit: (ctx: Context, type: TRPCProcedureType) => Admitted) {
  return t.middleware(async ({ ctx, next, path, type, meta, getRawInput }) => {
    const startedAt = performance.now();
    const attempt = async () => {
      // The context stays the same object: a new one per step would cost more than the step.
      const result = await next<{ actor: Admitted }>({});
      if (!result.ok && isDisconnected(result.error.cause)) throw result.error;
      return result;
    };
    const attemptOnce = () => {
      const run = (instead: Partial<Context>) => next({ ctx: instead });
      const call = { path, keyless: meta?.keyless, getRawInput, run };
      return callOnce(ctx, call) as ReturnType<typeof attempt>;
    };
    const begin = () => {
      if (type === "query") return withRetry(attempt, retryReads(ctx));
      return ctx.idempotency ? attemptOnce() : attempt();
    };
    try {
      admit(ctx, type);
      const work = begin();
      const limitMs = ctx.config.procedureTimeoutSeconds * 1000;
      const result = await withDeadline(work, limitMs, tookTooLong);
      if (!result.ok) throw result.error;
      observe("ok");
      return result;
    } catch (error) {
      const appError = toAppError(error);
      observe(appError.code);
      if (appError.code === "INTERNAL") {
        const err = appError.cause ?? appError;
        ctx.log.error({ err, path, permission: meta?.permission }, "procedure failed");
        const requestId = ctx.request.id;
        const actorName = ctx.actor?.name;
        ctx.errors.report(err, { kind: "procedure", place: path, requestId, actorName });
      }
      throw toTrpcError(appError);
    }

    function observe(outcome: string) {
      ctx.metrics.procedures.observe({ path, outcome }, (performance.now() - startedAt) / 1000);
    }
  });
}

function tookTooLong(): AppError {
  return new AppError("TIMEOUT", "This took too long and was given up.");
}

function retryReads(ctx: Context) {
  return {
    budget: ctx.retryBudget,
    attempts: 3,
    isRetryable: isDisconnected,
    onRetry: () => ctx.metrics.retries.inc({ operation: "query" }),
  };
}

/**
 * The one door. A procedure for signed-in people: 401 without a session, 403 without the permission,
 * before the input is looked at.
 */
export function permitted(permission: Permission, docs: Docs) {
  return parsedAtOnce(
    t.procedure
      .meta({ permission, resource: PERMISSIONS[permission].resource, ...docs })
      .use(observed((ctx, type) => requireActor(ctx, permission, type))),
  );
}

const OPEN = "it is open to people who are not signed in";

/** A procedure that anyone may call: sign-in and what leads to it. The reason is part of its documentation. */
export function openToAnyone(reason: string, docs: Docs) {
  return parsedAtOnce(
    t.procedure
      .meta({ permission: null, resource: "door", reason, keyless: OPEN, ...docs })
      .use(observed(({ actor }) => actor)),
  );
}

function requireActor(ctx: Context, permission: Permission, type: TRPCProcedureType): UserActor {
  if (ctx.actor?.kind !== "user") throw new AppError("UNAUTHENTICATED", "Sign in to continue.");
  if (ctx.actor.impersonator && isInPerson(permission, type)) assertInPerson(ctx.actor);
  if (!ctx.actor.permissions.has(permission)) {
    throw new AppError("FORBIDDEN", "Your role does not allow this.");
  }
  return ctx.actor;
}

/** Whether only the person themselves may call it, not somebody who acts in their name. */
function isInPerson(permission: Permission, type: TRPCProcedureType): boolean {
  const extent = inPersonOf(permission);
  return extent === "always" || (extent === "changes" && type !== "query");
}
