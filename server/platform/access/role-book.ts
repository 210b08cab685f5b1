import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Drizzle, Queryable } from "#db/client.ts";
import { accessState, roles as table } from "#db/schema/access.ts";
import type { Logger } from "../logger.ts";
import { isRoleName, ROLE_NAMES, ROLES, type RoleKey } from "./catalog.ts";
import { type HeldGrant, type Permissions, settle } from "./decide.ts";
import { isMomentary, type Moment } from "./moment.ts";
import { Grant } from "./schema.ts";

/** What somebody holds through their roles. */
export interface Holding {
  /** Those of their roles that exist. */
  roles: readonly RoleKey[];
  grants: readonly HeldGrant[];
  /** What the grants allow; null where that depends on the moment. */
  permissions: Permissions | null;
}

/** What the roles allow, as of one version of their definitions. */
export interface RoleBook {
  version: number;
  /** Roles that do not exist grant nothing. Equal roles give the same object. */
  holdingOf(keys: readonly RoleKey[]): Holding;
}

type GrantsByRole = ReadonlyMap<RoleKey, readonly HeldGrant[]>;

const SYSTEM_GRANTS: GrantsByRole = new Map(
  ROLE_NAMES.map((name) => {
    const { label, permissions } = ROLES[name];
    const grants = permissions.map((permission) => ({
      permission,
      conditions: {},
      role: name,
      roleLabel: label,
    }));
    return [name, grants];
  }),
);

/** The definitions of the system roles alone. */
export const systemRoles = createRoleBook(0, new Map());

/** The version of the definitions, as part of a query. */
export const accessVersion =
  sql<number>`(select ${accessState.version} from ${accessState})`.mapWith(Number);

/**
 * The definitions of this process, read anew when a version other than the known one is asked for.
 * Whoever holds only system roles needs none.
 */
export function createRoleBooks({ db, log }: { db: Drizzle; log: Logger }) {
  let known = systemRoles;
  return async function open(version: number): Promise<RoleBook> {
    if (known.version === version) return known;
    known = await readRoleBook(db, log);
    return known;
  };
}

/** The definitions as they are stored now. */
export async function readRoleBook(db: Queryable, log?: Logger): Promise<RoleBook> {
  const rows = await db
    .select({
      version: accessState.version,
      key: table.key,
      label: table.label,
      grants: table.grants,
    })
    .from(accessState)
    .leftJoin(table, sql`true`);
  const custom = new Map<RoleKey, readonly HeldGrant[]>();
  for (const { key, label, grants } of rows) {
    if (key !== null) custom.set(key, parseGrants({ key, label: label ?? key, grants }, log));
  }
  return createRoleBook(rows[0]?.version ?? 0, custom);
}

interface StoredRole {
  key: RoleKey;
  label: string;
  grants: unknown;
}

/** A stored grant that the schema of today refuses counts for nothing, and the log says so. */
export function parseGrants({ key, label, grants }: StoredRole, log?: Logger): HeldGrant[] {
  return z
    .array(z.unknown())
    .parse(grants)
    .flatMap((stored) => {
      const parsed = Grant.safeParse(stored);
      if (parsed.success) return [{ ...parsed.data, role: key, roleLabel: label }];
      log?.warn({ role: key, grant: stored }, "stored grant passed over: not valid any more");
      return [];
    });
}

function createRoleBook(version: number, custom: GrantsByRole): RoleBook {
  const holdings = new Map<string, Holding>();
  return {
    version,
    holdingOf(keys) {
      const existing = keys.filter((key) => isRoleName(key) || custom.has(key)).sort();
      const name = existing.join();
      const known = holdings.get(name);
      if (known) return known;
      const grants = existing.flatMap((key) => SYSTEM_GRANTS.get(key) ?? custom.get(key) ?? []);
      const holding = { roles: existing, grants, permissions: settleForAll(grants) };
      holdings.set(name, holding);
      return holding;
    },
  };
}

const ANY_MOMENT: Moment = { now: new Date(0), address: "" };

function settleForAll(grants: readonly HeldGrant[]): Permissions | null {
  const isChanging = grants.some(({ conditions }) => isMomentary(conditions));
  return isChanging ? null : settle(grants, ANY_MOMENT);
}
