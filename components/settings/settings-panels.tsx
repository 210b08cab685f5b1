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
 * One panel per group, each saved by itself. What others change shows where nobody types; what is
 * typed stays, and is settled with the save.
 */
export function SettingsPanels() {
  const trpc = useTRPC();
  const query = useQuery(trpc.settings.list.queryOptions());
  return (
    <QueryView query={query} skeleton={<SettingsSkeleton />}>
      {({ registration, sessions, rateLimits, logging, trash, mail }) => (
        <div className={classes.columns}>
          <div className={classes.stack}>
            <RegistrationForm settings={registration} />
            <LoggingForm settings={logging} />
            <MailForm settings={mail} />
            <TrashForm settings={trash} />
          </div>
          <div className={classes.stack}>
            <SessionsForm settings={sessions} />
            <RateLimitsForm settings={rateLimits} />
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
