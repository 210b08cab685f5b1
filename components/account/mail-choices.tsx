"use client";

import { Skeleton, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import classes from "#components/display/columns.module.css";
import { Panel } from "#components/display/panel.tsx";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { MAIL_CATEGORIES, type MailCategory } from "#server/domains/mail/catalog.ts";

const CATEGORIES = Object.keys(MAIL_CATEGORIES) as MailCategory[];
const EXPLAINED = {
  alerts: "When a queue passes a threshold, and an alert names your address",
  digest: "What happened, as far as you may see it; Mondays unless scheduled otherwise",
} as const satisfies Record<MailCategory, string>;

/** Which mail somebody wants; each switch counts at once. */
export function MailChoices() {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useQuery(trpc.account.mailChoices.queryOptions());
  const choose = useMutation(
    trpc.account.chooseMail.mutationOptions({
      onSuccess: (choices) =>
        queryClient.setQueryData(trpc.account.mailChoices.queryKey(), choices),
      onError: notifyProblem,
    }),
  );
  return (
    <Panel id="mail" title={t("Mail to you")} description={t("Security mail comes always.")}>
      <QueryView query={query} skeleton={<Skeleton height={110} />}>
        {(choices) => (
          <div className={classes.stack}>
            {CATEGORIES.map((category) => (
              <Switch
                key={category}
                label={t(MAIL_CATEGORIES[category].label)}
                description={t(EXPLAINED[category])}
                checked={choices[category]}
                disabled={choose.isPending}
                onChange={(event) =>
                  choose.mutate({ category, isWanted: event.currentTarget.checked })
                }
              />
            ))}
          </div>
        )}
      </QueryView>
    </Panel>
  );
}
