import type { PlainMessage } from "#components/i18n/text.ts";
import { PERMISSION_NAMES, PERMISSIONS, type Permission } from "#server/platform/access/catalog.ts";

type Resource = (typeof PERMISSIONS)[Permission]["resource"];

const LABELS = {
  account: "Own account",
  overview: "Overview",
  user: "Users",
  session: "Sessions",
  role: "Roles",
  "audit-entry": "Audit log",
  mail: "Mail",
  job: "Jobs",
  error: "Errors",
  view: "Saved views",
  settings: "Settings",
  health: "Health",
} as const satisfies Record<Resource, PlainMessage>;

export interface ResourceGroup {
  resource: Resource;
  label: PlainMessage;
  permissions: Permission[];
}

/** These permissions by what they are about, in the order of the catalogue. */
export function groupByResource(permissions: readonly Permission[]): ResourceGroup[] {
  const groups: ResourceGroup[] = [];
  for (const permission of PERMISSION_NAMES.filter((name) => permissions.includes(name))) {
    const { resource } = PERMISSIONS[permission];
    const group = groups.find((each) => each.resource === resource);
    if (group) group.permissions.push(permission);
    else groups.push({ resource, label: LABELS[resource], permissions: [permission] });
  }
  return groups;
}
