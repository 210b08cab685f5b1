import { getText } from "#components/i18n/page-text.ts";
import { NewSchedule } from "#components/jobs/schedules/new-schedule.tsx";
import { ScheduleList } from "#components/jobs/schedules/schedule-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function SchedulesPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("jobs.read");
  return (
    <Page
      parents={[{ label: t("Jobs"), href: "/jobs" }]}
      title={t("Schedules")}
      description={t("What runs by itself, and when.")}
      actions={<NewSchedule />}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.jobs.schedules.list.queryOptions())]}
      >
        <ScheduleList />
      </Hydrated>
    </Page>
  );
}
