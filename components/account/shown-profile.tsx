"use client";

import { useQuery } from "@tanstack/react-query";
import { useOwnAvatar } from "#components/account/use-own-avatar.ts";
import { Avatar } from "#components/display/avatar.tsx";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import classes from "./account.module.css";

/** The profile of an account without anything to change it with. */
export function ShownProfile() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.account.get.queryOptions());
  const { data: pending } = useQuery(trpc.account.emailChange.queryOptions());
  const avatar = useOwnAvatar();
  return (
    <Panel title={t("Profile")}>
      <QueryView query={query} skeleton={<SkeletonRows count={3} />}>
        {({ name, email, emailVerifiedAt }) => (
          <Facts
            facts={[
              { label: t("Picture"), value: <Avatar user={avatar} size="lg" /> },
              { label: t("Name"), value: name },
              {
                label: t("E-mail"),
                value: <Address email={email} isConfirmed={emailVerifiedAt !== null} />,
              },
              ...(pending ? [{ label: t("Changes to"), value: pending.email }] : []),
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function Address({ email, isConfirmed }: { email: string; isConfirmed: boolean }) {
  const t = useText();
  return (
    <span className={classes.address}>
      {email}
      <Pill tone={isConfirmed ? "green" : "amber"}>
        {isConfirmed ? t("Confirmed") : t("Not confirmed")}
      </Pill>
    </span>
  );
}
