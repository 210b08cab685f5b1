"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useText } from "#components/i18n/text-provider.tsx";
import { PaletteField } from "#components/palette/palette-field.tsx";
import { LogoMark } from "#components/shell/logo.tsx";
import { type Destination, isWithin, sectionsFor } from "#components/shell/navigation.ts";
import { UserMenu } from "#components/shell/user-menu.tsx";
import { useViewer } from "#components/shell/viewer.tsx";
import classes from "./sidebar.module.css";

interface SidebarProps {
  onNavigate?: () => void;
}

export function Sidebar({ onNavigate }: SidebarProps) {
  const t = useText();
  const { permissions } = useViewer();
  return (
    <div className={classes.sidebar}>
      <Link href="/" prefetch={false} className={classes.brand} onClick={onNavigate}>
        <LogoMark />
        <span>Binnacle</span>
      </Link>
      <PaletteField />
      <nav className={classes.navigation} aria-label={t("Main")}>
        {sectionsFor(permissions).map(({ label, destinations }) => (
          <div key={label} className={classes.section}>
            {label && <div className={classes.sectionLabel}>{t(label)}</div>}
            <ul className={classes.list}>
              {destinations.map((destination) => (
                <li key={destination.href}>
                  <SidebarLink destination={destination} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <UserMenu onNavigate={onNavigate} />
    </div>
  );
}

function SidebarLink({ destination, onNavigate }: SidebarProps & { destination: Destination }) {
  const t = useText();
  const isCurrent = isWithin(usePathname(), destination.href);
  const Icon = destination.icon;
  return (
    <Link
      href={destination.href}
      prefetch={false}
      className={classes.link}
      aria-current={isCurrent ? "page" : undefined}
      onClick={onNavigate}
    >
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      {t(destination.label)}
    </Link>
  );
}
