import {
  IconActivityHeartbeat,
  IconBug,
  IconHelpHexagon,
  IconHistory,
  IconLayoutDashboard,
  IconMail,
  IconSettings,
  IconShieldLock,
  IconStack2,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import type { PlainMessage } from "#components/i18n/text.ts";
import type { Permission } from "#server/platform/access/catalog.ts";

export interface Destination {
  href: string;
  label: PlainMessage;
  icon: TablerIcon;
  permission: Permission;
}

interface Section {
  label: PlainMessage | null;
  destinations: Destination[];
}

const SECTIONS: Section[] = [
  {
    label: null,
    destinations: [
      { href: "/", label: "Overview", icon: IconLayoutDashboard, permission: "overview.read" },
      { href: "/users", label: "Users", icon: IconUsers, permission: "users.read" },
    ],
  },
  {
    label: "Access",
    destinations: [
      { href: "/roles", label: "Roles", icon: IconShieldLock, permission: "roles.read" },
      {
        href: "/access",
        label: "Explain access",
        icon: IconHelpHexagon,
        permission: "roles.read",
      },
    ],
  },
  {
    label: "System",
    destinations: [
      { href: "/jobs", label: "Jobs", icon: IconStack2, permission: "jobs.read" },
      { href: "/errors", label: "Errors", icon: IconBug, permission: "errors.read" },
      { href: "/mail", label: "Mail", icon: IconMail, permission: "mail.read" },
      { href: "/audit", label: "Audit", icon: IconHistory, permission: "audit.read" },
      { href: "/health", label: "Health", icon: IconActivityHeartbeat, permission: "health.read" },
      { href: "/settings", label: "Settings", icon: IconSettings, permission: "settings.read" },
    ],
  },
];

/** The sections with what these permissions open, empty ones left out. */
export function sectionsFor(permissions: readonly Permission[]): Section[] {
  return SECTIONS.map((section) => ({
    ...section,
    destinations: section.destinations.filter(({ permission }) => permissions.includes(permission)),
  })).filter(({ destinations }) => destinations.length > 0);
}

export function isWithin(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
