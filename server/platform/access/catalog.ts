interface PermissionDefinition {
  resource: string;
  description: string;
  /** Whether it is about single users, so that a grant can be limited to some of them. */
  isPerUser?: boolean;
  /** Whether nobody does it to themselves, so that "only themselves" would leave nobody. */
  isOnOthers?: boolean;
  /**
   * What people do only as themselves, never through somebody who acts in their name: `changes`
   * leaves such a person reading, `always` nothing.
   */
  inPerson?: "changes" | "always";
}

/** Every permission there is. A procedure names one of these when it is built. */
export const PERMISSIONS = {
  "account.manage": {
    resource: "account",
    description: "Manage one's own account and sessions",
    inPerson: "changes",
  },
  "overview.read": { resource: "overview", description: "See the overview" },
  "users.read": { resource: "user", description: "See users and their roles", isPerUser: true },
  "users.create": {
    resource: "user",
    description: "Create and invite users",
    isPerUser: true,
    isOnOthers: true,
    inPerson: "always",
  },
  "users.update": {
    resource: "user",
    description: "Edit users and their roles",
    isPerUser: true,
    isOnOthers: true,
  },
  "users.suspend": {
    resource: "user",
    description: "Suspend and reinstate users",
    isPerUser: true,
    isOnOthers: true,
  },
  "users.impersonate": {
    resource: "user",
    description: "Act in the name of users who may do less",
    isPerUser: true,
    isOnOthers: true,
    inPerson: "always",
  },
  "users.delete": {
    resource: "user",
    description: "Delete users to the trash, restore and purge them",
    isPerUser: true,
    isOnOthers: true,
  },
  "sessions.read": {
    resource: "session",
    description: "See the sessions of other users",
    isPerUser: true,
  },
  "sessions.revoke": {
    resource: "session",
    description: "End the sessions of other users",
    isPerUser: true,
  },
  "roles.read": { resource: "role", description: "See roles and explain access" },
  "roles.update": {
    resource: "role",
    description: "Create, edit and delete roles",
    inPerson: "always",
  },
  "audit.read": { resource: "audit-entry", description: "See who changed what", isPerUser: true },
  "mail.read": { resource: "mail", description: "Read outgoing mail, links included" },
  "mail.manage": { resource: "mail", description: "Send mail again, hold addresses back" },
  "jobs.read": { resource: "job", description: "See jobs and their queues" },
  "jobs.manage": { resource: "job", description: "Pause and steer queues" },
  "errors.read": {
    resource: "error",
    description: "See unexpected errors, their messages included",
  },
  "errors.manage": { resource: "error", description: "Resolve, ignore and reopen errors" },
  "views.share": { resource: "view", description: "Share saved views of lists" },
  "settings.read": { resource: "settings", description: "See the settings" },
  "settings.update": { resource: "settings", description: "Change the settings" },
  "health.read": { resource: "health", description: "See the health of the system" },
} as const satisfies Record<string, PermissionDefinition>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as [Permission, ...Permission[]];

/** How far a permission is for its holder alone; undefined where others may use it in their name. */
export function inPersonOf(permission: Permission): "changes" | "always" | undefined {
  const definition: PermissionDefinition = PERMISSIONS[permission];
  return definition.inPerson;
}

/** The system roles: always there, unconditional, never edited. */
export const ROLE_NAMES = ["owner", "admin", "support", "viewer"] as const;
export type RoleName = (typeof ROLE_NAMES)[number];
/** What a user's `roles` hold: the name of a system role or the key of a custom one. */
export type RoleKey = string;

export function isRoleName(key: RoleKey): key is RoleName {
  return Object.hasOwn(ROLES, key);
}

interface RoleDefinition {
  label: string;
  description: string;
  permissions: readonly Permission[];
}

const VIEWER = ["account.manage", "overview.read", "users.read"] as const;
const SUPPORT = [
  ...VIEWER,
  "sessions.read",
  "sessions.revoke",
  "users.suspend",
  "audit.read",
  "views.share",
] as const;
const ADMIN = [
  ...SUPPORT,
  "users.create",
  "users.update",
  "users.delete",
  "users.impersonate",
  "roles.read",
  "roles.update",
  "jobs.read",
  "jobs.manage",
  "errors.read",
  "errors.manage",
  "settings.read",
  "settings.update",
  "health.read",
] as const;

export const ROLES: Record<RoleName, RoleDefinition> = {
  owner: {
    label: "Owner",
    description: "Everything, including mail with sign-in links",
    permissions: PERMISSION_NAMES,
  },
  admin: {
    label: "Admin",
    description: "Manages users and the system",
    permissions: ADMIN,
  },
  support: {
    label: "Support",
    description: "Helps users: suspends, reinstates, ends sessions",
    permissions: SUPPORT,
  },
  viewer: { label: "Viewer", description: "Looks, changes nothing", permissions: VIEWER },
};
