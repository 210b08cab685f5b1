import { Stack } from "@mantine/core";
import { ActivityPanel } from "#components/jobs/activity/activity-panel.tsx";
import { MisfitList } from "#components/jobs/misfit-list.tsx";
import { QueueList } from "#components/jobs/queue-list.tsx";
import { WorkerList } from "#components/jobs/worker-list.tsx";

/** What waits and runs, what ran lately, and who runs it. */
export function JobsOverview() {
  return (
    <Stack gap={20}>
      <MisfitList />
      <div>
        <QueueList />
      </div>
      <ActivityPanel />
      <WorkerList />
    </Stack>
  );
}
