import type { Viewer } from "#server/domains/auth/schema.ts";
import { ROLES, type RoleName } from "#server/platform/access/catalog.ts";

/** Whether to offer actions on somebody: on those below, and for owners on everybody. */
export function reaches(viewer: Viewer, target: { roles: readonly RoleName[] }): boolean {
  return viewer.roles.includes("owner") || rankOf(viewer.roles) > rankOf(target.roles);
}

/** Whether to offer a role: nobody grants what they lack. */
export function canGrant(viewer: Viewer, role: RoleName): boolean {
  return ROLES[role].permissions.every((permission) => viewer.permissions.includes(permission));
}

function rankOf(roles: readonly RoleName[]): number {
  return Math.max(0, ...roles.map((role) => ROLES[role].rank));
}
