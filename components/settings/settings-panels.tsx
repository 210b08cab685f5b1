"use client";

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import classes from "#components/display/columns.module.css";
import { QueryView } from "#components/feedback/query-view.tsx";
import { LoggingForm } from "#components/settings/logging-form.tsx";
import { MailForm } from "#components/settings/mail-form.tsx";
import { RateLimitsForm } from "#components/settings/rate-limits-form.tsx";
import { RegistrationForm } from "#components/settings/registration-form.tsx";
import { SessionsForm } from "#components/settings/sessions-form.tsx";
import { TrashForm } from "#components/settings/trash-form.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";

/**
 * One panel per group; each is saved by itself, which starts its form anew. Nothing is read again
 * while it is open, unless the page came from before: what is typed stays, and what others changed
 * is settled with the save.
 */
export function SettingsPanels() {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.settings.list.queryOptions(undefined, {
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  );
  return (
    <QueryView query={query} skeleton={<SettingsSkeleton />}>
      {({ registration, sessions, rateLimits, logging, trash, mail }) => (
        <div className={classes.columns}>
          <div className={classes.stack}>
            <RegistrationForm
              key={`registration ${registration.version}`}
              settings={registration}
            />
            <LoggingForm key={`logging ${logging.version}`} settings={logging} />
            <MailForm key={`mail ${mail.version}`} settings={mail} />
            <TrashForm key={`trash ${trash.version}`} settings={trash} />
          </div>
          <div className={classes.stack}>
            <SessionsForm key={`sessions ${sessions.version}`} settings={sessions} />
            <RateLimitsForm key={`rateLimits ${rateLimits.version}`} settings={rateLimits} />
          </div>
        </div>
      )}
    </QueryView>
  );
}

function SettingsSkeleton() {
  return (
    <div className={classes.columns}>
      {[420, 380].map((height) => (
        <Skeleton key={height} height={height} radius="lg" />
      ))}
    </div>
  );
}
