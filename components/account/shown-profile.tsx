"use client";

import { useQuery } from "@tanstack/react-query";
import { useOwnAvatar } from "#components/account/use-own-avatar.ts";
import { Avatar } from "#components/display/avatar.tsx";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import classes from "./account.module.css";

/** The profile of an account without anything to change it with. */
export function ShownProfile() {
  const trpc = useTRPC();
  const query = useQuery(trpc.account.get.queryOptions());
  const { data: pending } = useQuery(trpc.account.emailChange.queryOptions());
  const avatar = useOwnAvatar();
  return (
    <Panel title="Profile">
      <QueryView query={query} skeleton={<SkeletonRows count={3} />}>
        {({ name, email, emailVerifiedAt }) => (
          <Facts
            facts={[
              { label: "Picture", value: <Avatar user={avatar} size="lg" /> },
              { label: "Name", value: name },
              {
                label: "E-mail",
                value: <Address email={email} isConfirmed={emailVerifiedAt !== null} />,
              },
              ...(pending ? [{ label: "Changes to", value: pending.email }] : []),
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function Address({ email, isConfirmed }: { email: string; isConfirmed: boolean }) {
  return (
    <span className={classes.address}>
      {email}
      <Pill tone={isConfirmed ? "green" : "amber"}>
        {isConfirmed ? "Confirmed" : "Not confirmed"}
      </Pill>
    </span>
  );
}
