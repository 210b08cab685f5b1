import { Pill, type Tone } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { formatDay } from "#components/time/format.ts";
import { useRoles } from "#components/users/use-roles.ts";
import type { UserStatus } from "#server/domains/users/schema.ts";
import { isRoleName, ROLES, type RoleName } from "#server/platform/access/catalog.ts";
import classes from "./user-badges.module.css";

const STATUSES: Record<UserStatus, { label: string; tone: Tone }> = {
  active: { label: "Active", tone: "green" },
  invited: { label: "Invited", tone: "amber" },
  suspended: { label: "Suspended", tone: "red" },
  deleted: { label: "In the trash", tone: "neutral" },
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

interface StatusBadgeProps {
  status: UserStatus;
  /** When a suspension ends by itself. */
  until?: Date | null;
}

export function StatusBadge({ status, until }: StatusBadgeProps) {
  const t = useText();
  const { label, tone } = STATUSES[status];
  return (
    <Pill tone={tone} withDot>
      {status === "suspended" && until
        ? t("{label} until {value}", { label, value: formatDay(until) })
        : label}
    </Pill>
  );
}

export function RoleBadges({ roles }: { roles: readonly string[] }) {
  const known = useRoles();
  return (
    <span className={classes.roles}>
      {roles.map((key) =>
        isRoleName(key) ? (
          <Pill key={key} tone={ROLE_TONES[key]}>
            {ROLES[key].label}
          </Pill>
        ) : (
          <Pill key={key} tone="neutral">
            {known.find((role) => role.key === key)?.label ?? key}
          </Pill>
        ),
      )}
    </span>
  );
}
