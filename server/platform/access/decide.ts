import type { Permission, RoleKey } from "./catalog.ts";
import { isInside, isWithin, type Moment } from "./moment.ts";
import type { ConditionName, Conditions, Grant } from "./schema.ts";

/** A grant and the role that it comes from. */
export interface HeldGrant extends Grant {
  role: RoleKey;
  roleLabel: string;
}

/** What conditions compare with; null is nobody's, and in no department. */
export interface RecordFacts {
  ownerId: string | null;
  department: string | null;
}

/** Whoever asks. */
export interface Holder {
  userId: string | null;
  department: string | null;
}

/** What is left of a grant's conditions once time and network are settled. */
export type RecordRule = Pick<Conditions, "records" | "department">;
/** On which records a permission counts: all, or those that one of the rules lets in. */
export type Scope = "all" | readonly RecordRule[];
export type Permissions = ReadonlyMap<Permission, Scope>;

interface Question {
  holder: Holder;
  grants: readonly HeldGrant[];
  permission: Permission;
  moment: Moment;
  /** Without one, the question is whether there is any record that it could be. */
  record?: RecordFacts;
}

interface Considered {
  grant: HeldGrant;
  /** The conditions that do not hold; the grant counts when there is none. */
  failed: ConditionName[];
}

export interface Decision {
  isAllowed: boolean;
  /** The grant that decided; null when none does. */
  rule: HeldGrant | null;
  /** Every grant of the permission, with what would have to change for it to count. */
  considered: Considered[];
}

/** One answer with its reasons: any grant of the permission whose conditions all hold. */
export function decide(question: Question): Decision {
  const considered = question.grants
    .filter((grant) => grant.permission === question.permission)
    .map((grant) => ({ grant, failed: failedConditions(grant.conditions, question) }));
  const counting = considered.filter(({ failed }) => failed.length === 0).map(({ grant }) => grant);
  const rule = counting.find(isUnconditional) ?? counting[0] ?? null;
  return { isAllowed: rule !== null, rule, considered };
}

export function isUnconditional({ conditions }: Grant): boolean {
  return Object.values(conditions).every((condition) => condition === undefined);
}

function failedConditions(conditions: Conditions, question: Question): ConditionName[] {
  const { holder, record, moment } = question;
  const failed = failedMoment(conditions, moment);
  if (!record) return failed;
  if (conditions.records && !isOwn(holder, record)) failed.push("records");
  if (conditions.department && !isColleague(holder, record)) failed.push("department");
  return failed;
}

function failedMoment({ time, network }: Conditions, { now, address }: Moment): ConditionName[] {
  const failed: ConditionName[] = [];
  if (time && !isWithin(time, now)) failed.push("time");
  if (network && !isInside(network, address)) failed.push("network");
  return failed;
}

/** Settles time and network for one request: what stays is where each permission counts. */
export function settle(grants: readonly HeldGrant[], moment: Moment): Permissions {
  const settled = new Map<Permission, Scope>();
  for (const { permission, conditions } of grants) {
    if (failedMoment(conditions, moment).length > 0) continue;
    settled.set(permission, widen(settled.get(permission) ?? [], conditions));
  }
  return settled;
}

function widen(scope: Scope, { records, department }: Conditions): Scope {
  if (scope === "all" || !(records || department)) return "all";
  return [...scope, { records, department }];
}

/** Whether a record is in the scope; the same rule as `whereInScope` for a query. */
export function isInScope(scope: Scope, holder: Holder, record: RecordFacts): boolean {
  if (scope === "all") return true;
  return scope.some(
    (rule) =>
      (!rule.records || isOwn(holder, record)) && (!rule.department || isColleague(holder, record)),
  );
}

function isOwn({ userId }: Holder, { ownerId }: RecordFacts): boolean {
  return userId !== null && userId === ownerId;
}

function isColleague(holder: Holder, record: RecordFacts): boolean {
  return holder.department !== null && holder.department === record.department;
}
