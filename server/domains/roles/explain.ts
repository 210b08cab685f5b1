import type { z } from "zod";
import { factsOf, getUserFor } from "#server/domains/users/policy.ts";
import type { User } from "#server/domains/users/schema.ts";
import { PERMISSIONS, type Permission, type RoleKey } from "#server/platform/access/catalog.ts";
import { type Decision, decide, type HeldGrant, settle } from "#server/platform/access/decide.ts";
import type { Moment } from "#server/platform/access/moment.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { fieldError } from "#server/platform/errors.ts";
import { getRole, listRoles, readGrants } from "./queries.ts";
import { type Attempt, type Check, checkReach, isOwnAffair } from "./reach.ts";
import { describeConditions, type ExplainInput, type Explanation } from "./schema.ts";
import { describeWish } from "./words.ts";

/** What a procedure asks for; `permission` is null where anyone may call it. */
export interface DoorSign {
  permission: Permission | null;
  reason?: string;
}
export type FindDoor = (procedure: string) => DoorSign | undefined;

type Answer = z.input<typeof Explanation>;

interface Subject {
  /** Null for roles without a person. */
  user: User | null;
  roles: readonly RoleKey[];
  grants: readonly HeldGrant[];
}

/**
 * Why somebody may or may not do something, by the rules that decide it. Whoever asks learns only of
 * people whom they may see.
 * @throws AppError NOT_FOUND, VALIDATION for a procedure that does not exist
 */
export async function explainAccess(
  ctx: Context,
  input: ExplainInput,
  findDoor: FindDoor,
): Promise<Answer> {
  const { permission, reason } = readDoor(input, findDoor);
  const subject = await readSubject(ctx, input);
  const record = input.record ? await getUserFor(ctx, "users.read", input.record.id) : undefined;
  if (!permission) return explainOpenDoor(reason);
  const moment = { now: input.at ?? ctx.now(), address: input.address ?? "" };
  const attempt = { actor: actorOf(subject, moment), permission };
  const decision = decideFor({ subject, moment, attempt }, record);
  const checks = [
    ...checkStatus(subject),
    ...(record ? await checkReach(ctx, attempt, record) : []),
  ];
  const hurdles = checks.filter(({ holds }) => !holds);
  const isAllowed = decision.isAllowed && hurdles.length === 0;
  const gains = decision.isAllowed ? [] : await listGains(ctx, permission, decision);
  return {
    isAllowed,
    permission,
    rule: decision.rule,
    steps: [
      ...describeGrants(permission, decision),
      ...checks.map(({ text, holds }) => ({ text, holds })),
    ],
    wouldChangeIt: isAllowed
      ? listLosses(decision)
      : [...gains, ...hurdles.map(({ wish }) => wish)],
  };
}

interface Question {
  subject: Subject;
  moment: Moment;
  attempt: Attempt;
}

function decideFor({ subject, moment, attempt }: Question, record: User | undefined): Decision {
  const facts = record && !isOwnAffair(attempt, record) ? factsOf(record) : undefined;
  return decide({
    holder: attempt.actor,
    grants: subject.grants,
    permission: attempt.permission,
    moment,
    record: facts,
  });
}

function readDoor({ permission, procedure = "" }: ExplainInput, findDoor: FindDoor): DoorSign {
  const door = permission ? { permission } : findDoor(procedure);
  if (!door) throw fieldError("procedure", "unknown", "There is no such procedure");
  return door;
}

async function readSubject(
  ctx: Context,
  { userId, roleKeys = [] }: ExplainInput,
): Promise<Subject> {
  const user = userId ? await getUserFor(ctx, "users.read", userId) : null;
  if (!user) await Promise.all(roleKeys.map((key) => getRole(ctx.db, key)));
  const roles = user?.roles ?? roleKeys;
  return { user, roles, grants: await readGrants(ctx.db, roles) };
}

/** The subject as procedures would meet them; roles without a person are nobody's, in no department. */
function actorOf({ user, roles, grants }: Subject, moment: Moment): UserActor {
  return {
    kind: "user",
    userId: user?.id ?? "",
    sessionId: "",
    name: user?.name ?? "",
    email: user?.email ?? "",
    emailVerifiedAt: user?.emailVerifiedAt ?? null,
    department: user?.department ?? null,
    roles,
    grants,
    permissions: settle(grants, moment),
  };
}

function explainOpenDoor(reason = "Anyone may call this"): Answer {
  const steps = [{ text: `Open to anyone: ${reason}`, holds: true }];
  return { isAllowed: true, permission: null, rule: null, steps, wouldChangeIt: [] };
}

function checkStatus({ user }: Subject): Check[] {
  if (!user) return [];
  const holds = user.status === "active";
  return [{ text: `${user.name} is ${user.status}`, holds, wish: "The account were active" }];
}

function describeGrants(permission: Permission, { considered }: Decision): Answer["steps"] {
  if (considered.length === 0)
    return [{ text: `No role allows: ${PERMISSIONS[permission].description}`, holds: false }];
  return considered.map(({ grant, failed }) => {
    const limits = describeConditions(grant.conditions) || "without conditions";
    return { text: `${grant.roleLabel} allows it, ${limits}`, holds: failed.length === 0 };
  });
}

/** Conditions that could hold, and roles that could be given. */
async function listGains(
  ctx: Context,
  permission: Permission,
  { considered }: Decision,
): Promise<string[]> {
  const roles = await listRoles(ctx.db);
  const others = roles.filter(
    ({ key, grants }) =>
      grants.some((grant) => grant.permission === permission) &&
      !considered.some(({ grant }) => grant.role === key),
  );
  return [
    ...considered.map(({ grant, failed }) => `Asked ${describeWish(grant.conditions, failed)}`),
    ...others.map(({ label }) => `The role ${label}`),
  ];
}

/** The roles without which nothing would allow it any more. */
function listLosses({ considered }: Decision): string[] {
  const labels = new Set(
    considered.filter(({ failed }) => failed.length === 0).map(({ grant }) => grant.roleLabel),
  );
  return [`Taking away ${[...labels].join(" and ")}`];
}
