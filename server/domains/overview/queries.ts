import type { Queryable } from "#db/client.ts";
import { listRecentChanges } from "#server/domains/audit/queries.ts";
import { countLiveSessions } from "#server/domains/sessions/queries.ts";
import { userFacts } from "#server/domains/users/policy.ts";
import { countByStatus } from "#server/domains/users/queries.ts";
import { scopeOf, whereMay } from "#server/platform/access/scope.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { countSignInFailures, countSignIns, countSignUps, type Period } from "./daily-counts.ts";
import type { Overview } from "./schema.ts";

const RECENT_CHANGES = 10;

type ViewerContext = Context & { actor: UserActor };

/**
 * Counts now; sign-ups and sign-ins per UTC day over `days`, with the period before for comparison.
 * Users are counted as far as the viewer may see them, sessions and sign-ins for those who may see all.
 */
export async function getOverview(ctx: ViewerContext, days: number): Promise<Overview> {
  const period = { now: ctx.now(), days };
  const [figures, recentChanges] = await Promise.all([
    ctx.replicas.readStale((stale) => readFigures({ ...ctx, db: stale }, period)),
    maySeeAll(ctx, "audit.read") ? listRecentChanges(ctx.db, RECENT_CHANGES) : null,
  ]);
  return { ...figures, recentChanges };
}

async function readFigures(ctx: ViewerContext, period: Period) {
  const [people, liveSessions, signIns] = await Promise.all([
    ctx.actor.permissions.has("users.read") ? readUsers(ctx, period) : null,
    maySeeAll(ctx, "sessions.read") ? countLiveSessions(ctx) : null,
    maySeeAll(ctx, "audit.read") ? readSignIns(ctx.db, period) : null,
  ]);
  return {
    users: people?.byStatus ?? null,
    signUps: people?.signUps ?? null,
    liveSessions,
    signIns,
  };
}

function maySeeAll({ actor }: ViewerContext, permission: "audit.read" | "sessions.read"): boolean {
  return scopeOf(actor, permission) === "all";
}

async function readUsers({ db, actor }: ViewerContext, period: Period) {
  const seen = whereMay(actor, "users.read", userFacts);
  const [byStatus, signUps] = await Promise.all([
    countByStatus(db, seen),
    countSignUps(db, period, seen),
  ]);
  const total = byStatus.active + byStatus.invited + byStatus.suspended;
  return { byStatus: { total, ...byStatus }, signUps };
}

async function readSignIns(db: Queryable, period: Period) {
  const [succeeded, failed] = await Promise.all([
    countSignIns(db, period),
    countSignInFailures(db, period),
  ]);
  return { succeeded, failed };
}
