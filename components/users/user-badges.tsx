import { Pill, type Tone } from "#components/display/pill.tsx";
import type { UserStatus } from "#server/domains/users/schema.ts";
import { ROLES, type RoleName } from "#server/platform/access/catalog.ts";
import classes from "./user-badges.module.css";

const STATUSES: Record<UserStatus, { label: string; tone: Tone }> = {
  active: { label: "Active", tone: "green" },
  invited: { label: "Invited", tone: "amber" },
  suspended: { label: "Suspended", tone: "red" },
};

const ROLE_TONES: Record<RoleName, Tone> = {
  owner: "violet",
  admin: "accent",
  support: "neutral",
  viewer: "neutral",
};

export function statusLabel(status: UserStatus): string {
  return STATUSES[status].label;
}

export function StatusBadge({ status }: { status: UserStatus }) {
  const { label, tone } = STATUSES[status];
  return (
    <Pill tone={tone} withDot>
      {label}
    </Pill>
  );
}

export function RoleBadges({ roles }: { roles: readonly RoleName[] }) {
  return (
    <span className={classes.roles}>
      {roles.map((role) => (
        <Pill key={role} tone={ROLE_TONES[role]}>
          {ROLES[role].label}
        </Pill>
      ))}
    </span>
  );
}
