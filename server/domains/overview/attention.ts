import { VERDICT_VALID_MS } from "#server/domains/audit/catalog.ts";
import { findKeptVerdict } from "#server/domains/audit/queries.ts";
import { listLockedAccounts } from "#server/domains/auth/throttles/service.ts";
import { getHealth } from "#server/domains/health/queries.ts";
import { usersHref, usersWithStatus } from "#server/domains/users/schema.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import { scopeOf } from "#server/platform/access/scope.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { countActiveOwners, countInvitations, MOST_COUNTED } from "./attention-queries.ts";
import { type AttentionItem, SEVERITIES } from "./schema.ts";

type ViewerContext = Context & { actor: UserActor };

interface Source {
  /** Held for all records by whoever may mend it, or at least see it. */
  permission: Permission;
  find(ctx: ViewerContext): Promise<AttentionItem[]>;
}

const LISTED_ACCOUNTS = 5;
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Everything that can ask for attention. A domain with something to say adds its source here. */
const SOURCES: readonly Source[] = [
  { permission: "health.read", find: findFailingChecks },
  { permission: "audit.read", find: findLogState },
  { permission: "audit.read", find: findLockedAccounts },
  { permission: "users.create", find: findInvitations },
  { permission: "account.manage", find: findOwnAddress },
  { permission: "users.update", find: findLoneOwner },
];

/** What needs the attention of this viewer, the most urgent first. */
export async function listAttention(ctx: ViewerContext): Promise<AttentionItem[]> {
  const sources = SOURCES.filter(({ permission }) => scopeOf(ctx.actor, permission) === "all");
  const found = await Promise.all(sources.map(({ find }) => find(ctx)));
  const rank = ({ severity }: AttentionItem) => SEVERITIES.indexOf(severity);
  return found.flat().sort((a, b) => rank(a) - rank(b));
}

async function findFailingChecks(ctx: ViewerContext): Promise<AttentionItem[]> {
  const { checks } = await getHealth(ctx);
  const isToldOfLog = scopeOf(ctx.actor, "audit.read") === "all";
  return checks
    .filter(({ name, status }) => status !== "ok" && !(isToldOfLog && name === "audit-log"))
    .map(({ name, status, detail }) => ({
      id: `health.${name}`,
      severity: status === "down" ? "urgent" : "warning",
      title: detail.replace(/\.$/, ""),
      detail: `Health check: ${name.replace("-", " ")}`,
      href: "/health",
    }));
}

/** Of the last verification: one reads the whole log, which nobody waits for here. */
async function findLogState(ctx: ViewerContext): Promise<AttentionItem[]> {
  const verdict = await findKeptVerdict(ctx.db);
  if (!verdict) return [];
  const { isIntact, problemCount, checkedAt } = verdict;
  if (!isIntact)
    return [
      {
        id: "audit.broken",
        severity: "urgent",
        title: "The audit log is not what was recorded",
        detail: `${countOf(problemCount, "problem")} found. The audit page names them.`,
        href: "/audit",
      },
    ];
  const ageMs = ctx.now().getTime() - checkedAt.getTime();
  if (ageMs <= VERDICT_VALID_MS) return [];
  return [
    {
      id: "audit.unverified",
      severity: "warning",
      title: `The audit log was not verified for ${Math.floor(ageMs / DAY_MS)} days`,
      detail: "A job does so every night, and so does the audit page. Look whether a worker runs.",
      href: "/audit",
    },
  ];
}

async function findLockedAccounts(ctx: ViewerContext): Promise<AttentionItem[]> {
  const now = ctx.now();
  const accounts = await listLockedAccounts(ctx.db, { now, limit: LISTED_ACCOUNTS });
  return accounts.map(({ userId, name, opensAt }) => ({
    id: `locked.${userId}`,
    severity: "warning",
    title: `${name} is locked out`,
    detail: `Too many wrong passwords. Opens by itself in ${minutesUntil(opensAt, now)} min.`,
    href: `/users/${userId}`,
  }));
}

function minutesUntil(then: Date, now: Date): number {
  return Math.max(1, Math.ceil((then.getTime() - now.getTime()) / MINUTE_MS));
}

async function findInvitations(ctx: ViewerContext): Promise<AttentionItem[]> {
  const { expired, expiring } = await countInvitations(ctx.db, ctx.now());
  const items: AttentionItem[] = [];
  if (expiring > 0)
    items.push({
      id: "invitations.expiring",
      severity: "advice",
      title: `${countOf(expiring, "invitation")} ${expiring === 1 ? "expires" : "expire"} within a day`,
      detail: "Nobody has used the link yet. Send a new one from the user's page.",
      href: usersWithStatus("invited"),
    });
  if (expired > 0)
    items.push({
      id: "invitations.expired",
      severity: "warning",
      title: `${countOf(expired, "invitation")} ${expired === 1 ? "has" : "have"} expired`,
      detail: "Nobody gets in with these links any more: send new ones.",
      href: usersWithStatus("invited"),
    });
  return items;
}

async function findOwnAddress({ actor }: ViewerContext): Promise<AttentionItem[]> {
  if (actor.emailVerifiedAt) return [];
  return [
    {
      id: "account.unconfirmed",
      severity: "advice",
      title: "Your e-mail address is not confirmed",
      detail: `Ask for the link to ${actor.email} on your account page.`,
      href: "/account",
    },
  ];
}

/** For owners only: nobody else can make another. */
async function findLoneOwner({ db, actor }: ViewerContext): Promise<AttentionItem[]> {
  if (!actor.roles.includes("owner") || (await countActiveOwners(db)) > 1) return [];
  return [
    {
      id: "owners.one",
      severity: "advice",
      title: "You are the only owner",
      detail: "If you lose access, nobody can let you back in. Make somebody else an owner, too.",
      href: usersHref({ field: "roles", operator: "hasAnyOf", value: ["owner"] }),
    },
  ];
}

function countOf(count: number, noun: string): string {
  const number = count > MOST_COUNTED ? `More than ${format(MOST_COUNTED)}` : format(count);
  return `${number} ${noun}${count === 1 ? "" : "s"}`;
}

const format = (count: number) => count.toLocaleString("en-US");
