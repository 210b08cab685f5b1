"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { startLive } from "#components/live/start-live.ts";
import { useCan, useViewer } from "#components/shell/viewer.tsx";
import classes from "./live-updates.module.css";

/** Keeps every list up to date without a reload; shows itself only while it cannot. */
export function LiveUpdates() {
  const t = useText();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { userId } = useViewer();
  const mayFollow = useCan("overview.read");
  const [isAway, setAway] = useState(false);
  // Syncs with what happens on the server.
  useEffect(
    () =>
      startLive({
        queryClient,
        userId,
        mayFollow,
        onAway: setAway,
        readPage: () => router.refresh(),
      }),
    [queryClient, userId, mayFollow, router],
  );
  return (
    <div role="status" hidden={!isAway} className={classes.note}>
      {isAway && t("Not live: reconnecting…")}
    </div>
  );
}
