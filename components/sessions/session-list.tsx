"use client";

import { Button } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { Pill } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import type { Session } from "#server/domains/sessions/schema.ts";
import classes from "./session-list.module.css";

interface SessionListProps {
  sessions: Session[];
  /** Null for a viewer who may look only. */
  onRevoke: ((session: Session) => void) | null;
  /** What the sessions' user is called where somebody else acts in their name. */
  as: "you" | "this user";
}

export function SessionList({ sessions, onRevoke, as }: SessionListProps) {
  const t = useText();
  return (
    <ul className={classes.list}>
      {sessions.map((session) => (
        <li key={session.id} className={classes.session}>
          <DeviceIcon device={session.device} />
          <div className={classes.text}>
            <div className={classes.device}>
              {t.known(session.device)}
              {session.isCurrent && <Pill tone="green">{t("This device")}</Pill>}
              {session.impersonator && (
                <Pill tone="amber">
                  {as === "you"
                    ? t("{name} as you", { name: session.impersonator.name })
                    : t("{name} as this user", { name: session.impersonator.name })}
                </Pill>
              )}
            </div>
            <div className={classes.detail}>
              {session.address && <span>{session.address}</span>}
              <span>
                {t.rich("Last seen {time}", {
                  time: <RelativeTime key="time" date={session.lastSeenAt} />,
                })}
              </span>
            </div>
          </div>
          {onRevoke && !session.isCurrent && (
            <Button
              variant="default"
              size="xs"
              aria-label={t("Revoke {what}", {
                what: session.impersonator?.name ?? t.known(session.device),
              })}
              onClick={() => onRevoke(session)}
            >
              {t("Revoke")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function DeviceIcon({ device }: { device: string }) {
  const isHandheld = /android|ios|iphone|ipad|mobile/i.test(device);
  const Icon = isHandheld ? IconDeviceMobile : IconDeviceDesktop;
  return <Icon size={20} stroke={1.5} className={classes.icon} aria-hidden="true" />;
}
