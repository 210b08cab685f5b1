"use client";

import { IconMasksTheater } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan, useViewer } from "#components/shell/viewer.tsx";
import { useNow } from "#components/time/clock.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { leaveFor } from "#components/trpc/leave-for.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Viewer } from "#server/domains/auth/schema.ts";
import classes from "./impersonation-banner.module.css";

const MINUTE_MS = 60_000;
const LOOK_AFTER_MS = 3_000;
/** The server's clock may be a little behind. */
const GRACE_MS = 1_000;

/** Above every page of whoever acts in somebody else's name. */
export function ImpersonationBanner() {
  const viewer = useViewer();
  return viewer.impersonator && <Banner viewer={viewer} impersonator={viewer.impersonator} />;
}

interface BannerProps {
  viewer: Viewer;
  impersonator: NonNullable<Viewer["impersonator"]>;
}

function Banner({ viewer, impersonator }: BannerProps) {
  const t = useText();
  const { end, isEnding } = useEnd(viewer);
  useEndElsewhere(impersonator.endsAt);
  return (
    <section className={classes.banner} aria-label={t("Impersonation")}>
      <IconMasksTheater size={22} stroke={1.7} aria-hidden="true" className={classes.icon} />
      <p className={classes.text}>
        {t.rich(
          "<note>{impersonator}, you are</note> <role>acting as</role> <strong>{name}</strong>. <note>Everything is recorded under both names.</note>",
          {
            impersonator: <bdi>{impersonator.name}</bdi>,
            name: <bdi>{viewer.name}</bdi>,
            note: (words) => <span className={classes.note}>{words}</span>,
            role: (words) => <span className={classes.role}>{words}</span>,
            strong: (words) => <strong>{words}</strong>,
          },
        )}
      </p>
      <TimeLeft endsAt={impersonator.endsAt} />
      <button type="button" className={classes.end} disabled={isEnding} onClick={end}>
        {t("End")}
      </button>
    </section>
  );
}

function TimeLeft({ endsAt }: { endsAt: Date }) {
  const t = useText();
  const format = useFormat();
  const minutes = Math.ceil((endsAt.getTime() - useNow()) / MINUTE_MS);
  return (
    <time dateTime={endsAt.toISOString()} title={format.instant(endsAt)} className={classes.time}>
      {minutes > 1 ? t("{minutes} min left", { minutes }) : t("Last minute")}
    </time>
  );
}

/** Back to oneself, on the page of the user in whose name one acted. */
function useEnd({ userId }: Viewer) {
  const trpc = useTRPC();
  const stop = useMutation(
    trpc.impersonation.stop.mutationOptions({
      onSuccess: () => leaveFor(`/users/${userId}`),
      onError: notifyProblem,
    }),
  );
  return { end: () => stop.mutate(), isEnding: stop.isPending };
}

/** The page is loaded anew once the time is up, or somebody else has put an end to it. */
function useEndElsewhere(endsAt: Date) {
  const trpc = useTRPC();
  useQuery(
    trpc.account.get.queryOptions(undefined, {
      enabled: useCan("account.manage"),
      // Only while the page is in sight; its answer comes from the session alone.
      refetchInterval: LOOK_AFTER_MS,
      refetchOnWindowFocus: "always",
    }),
  );
  // Syncs with the wall clock.
  useEffect(() => {
    const timer = setTimeout(
      () => window.location.reload(),
      Math.max(0, endsAt.getTime() - Date.now()) + GRACE_MS,
    );
    return () => clearTimeout(timer);
  }, [endsAt]);
}
