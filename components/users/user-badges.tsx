import { Pill, type Tone } from "#components/display/pill.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useRoles } from "#components/users/use-roles.ts";
import type { UserStatus } from "#server/domains/users/schema.ts";
import { isRoleName, ROLES, type RoleName } from "#server/platform/access/catalog.ts";
import classes from "./user-badges.module.css";

const STATUSES = {
  active: { label: "Active", tone: "green" },
  invited: { label: "Invited", tone: "amber" },
  suspended: { label: "Suspended", tone: "red" },
  deleted: { label: "In the trash", tone: "neutral" },
} as const satisfies Record<UserStatus, { label: PlainMessage; tone: Tone }>;

const ROLE_TONES: Record<RoleName, Tone> = {
  owner: "violet",
  admin: "accent",
  support: "neutral",
  viewer: "neutral",
};

export function statusLabel(status: UserStatus): PlainMessage {
  return STATUSES[status].label;
}

interface StatusBadgeProps {
  status: UserStatus;
  /** When a suspension ends by itself. */
  until?: Date | null;
}

export function StatusBadge({ status, until }: StatusBadgeProps) {
  const t = useText();
  const format = useFormat();
  const { label, tone } = STATUSES[status];
  return (
    <Pill tone={tone} withDot>
      {status === "suspended" && until
        ? t("Suspended until {day}", { day: format.day(until) })
        : t(label)}
    </Pill>
  );
}

export function RoleBadges({ roles }: { roles: readonly string[] }) {
  const t = useText();
  const known = useRoles();
  return (
    <span className={classes.roles}>
      {roles.map((key) =>
        isRoleName(key) ? (
          <Pill key={key} tone={ROLE_TONES[key]}>
            {t.known(ROLES[key].label)}
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
