import { Stack } from "@mantine/core";
import { ActivityPanel } from "#components/jobs/activity/activity-panel.tsx";
import { MisfitList } from "#components/jobs/misfit-list.tsx";
import { QueueList } from "#components/jobs/queue-list.tsx";
import { WorkerList } from "#components/jobs/worker-list.tsx";

/** What ran lately, what waits and runs, and who runs it. */
export function JobsOverview() {
  return (
    <Stack gap={20}>
      <MisfitList />
      <ActivityPanel />
      <div>
        <QueueList />
      </div>
      <WorkerList />
    </Stack>
  );
}
