/** Every permission there is. A procedure names one of these when it is built. */
export const PERMISSIONS = {
  "account.manage": { resource: "account", description: "Manage one's own account and sessions" },
  "overview.read": { resource: "overview", description: "See the overview" },
  "users.read": { resource: "user", description: "See users and their roles" },
  "users.create": { resource: "user", description: "Create and invite users" },
  "users.update": { resource: "user", description: "Edit users and their roles" },
  "users.suspend": { resource: "user", description: "Suspend and reinstate users" },
  "sessions.read": { resource: "session", description: "See the sessions of other users" },
  "sessions.revoke": { resource: "session", description: "End the sessions of other users" },
  "audit.read": { resource: "audit-entry", description: "See who changed what" },
  "mail.read": { resource: "mail", description: "Read outgoing mail, links included" },
  "settings.read": { resource: "settings", description: "See the settings" },
  "settings.update": { resource: "settings", description: "Change the settings" },
  "health.read": { resource: "health", description: "See the health of the system" },
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const ROLE_NAMES = ["owner", "admin", "support", "viewer"] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

interface RoleDefinition {
  label: string;
  description: string;
  /** Higher ranks act on lower ones, never the other way round. */
  rank: number;
  permissions: readonly Permission[];
}

const VIEWER = ["account.manage", "overview.read", "users.read"] as const;
const SUPPORT = [
  ...VIEWER,
  "sessions.read",
  "sessions.revoke",
  "users.suspend",
  "audit.read",
] as const;
const ADMIN = [
  ...SUPPORT,
  "users.create",
  "users.update",
  "settings.read",
  "settings.update",
  "health.read",
] as const;

export const ROLES: Record<RoleName, RoleDefinition> = {
  owner: {
    label: "Owner",
    description: "Everything, including mail with sign-in links",
    rank: 4,
    permissions: Object.keys(PERMISSIONS) as Permission[],
  },
  admin: {
    label: "Admin",
    description: "Manages users and the system",
    rank: 3,
    permissions: ADMIN,
  },
  support: {
    label: "Support",
    description: "Helps users: suspends, reinstates, ends sessions",
    rank: 2,
    permissions: SUPPORT,
  },
  viewer: { label: "Viewer", description: "Looks, changes nothing", rank: 1, permissions: VIEWER },
};
