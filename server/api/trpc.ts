import { initTRPC } from "@trpc/server";
import { PERMISSIONS, type Permission } from "#server/platform/access/catalog.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { withDeadline } from "#server/platform/deadline.ts";
import { AppError } from "#server/platform/errors.ts";
import { isDisconnected, withRetry } from "#server/platform/retry.ts";
import { httpStatus, toAppError, toTrpcError } from "./error-map.ts";
import { parsedAtOnce } from "./parse-at-once.ts";
import { transformer } from "./transformer.ts";

interface Docs {
  /** One sentence for people. */
  description: string;
  /** An input that works, for the API's documentation. */
  example?: unknown;
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
        },
      };
    },
  });

export const createRouter = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Times and counts each call, and lets in whom `admit` lets in, before the input is looked at. */
function observed<Admitted>(admit: (ctx: Context) => Admitted) {
  return t.middleware(async ({ ctx, next, path, type, meta }) => {
    const startedAt = performance.now();
    const attempt = async () => {
      // The context stays the same object: a new one per step would cost more than the step.
      const result = await next<{ actor: Admitted }>({});
      if (!result.ok && isDisconnected(result.error.cause)) throw result.error;
      return result;
    };
    try {
      admit(ctx);
      const work = type === "query" ? withRetry(attempt, retryReads(ctx)) : attempt();
      const limitMs = ctx.config.procedureTimeoutSeconds * 1000;
      const result = await withDeadline(work, limitMs, tookTooLong);
      if (!result.ok) throw result.error;
      observe("ok");
      return result;
    } catch (error) {
      const appError = toAppError(error);
      observe(appError.code);
      if (appError.code === "INTERNAL")
        ctx.log.error(
          { err: appError.cause, path, permission: meta?.permission },
          "procedure failed",
        );
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
      .use(observed((ctx) => requireActor(ctx, permission))),
  );
}

/** A procedure that anyone may call: sign-in and what leads to it. The reason is part of its documentation. */
export function openToAnyone(reason: string, docs: Docs) {
  return parsedAtOnce(
    t.procedure
      .meta({ permission: null, resource: "door", reason, ...docs })
      .use(observed(({ actor }) => actor)),
  );
}

function requireActor(ctx: Context, permission: Permission): UserActor {
  if (ctx.actor?.kind !== "user") throw new AppError("UNAUTHENTICATED", "Sign in to continue.");
  if (!ctx.actor.permissions.has(permission)) {
    throw new AppError("FORBIDDEN", "Your role does not allow this.");
  }
  return ctx.actor;
}
