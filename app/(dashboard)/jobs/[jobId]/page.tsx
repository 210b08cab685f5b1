import { notFound } from "next/navigation";
import { JobPage } from "#components/jobs/job-page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi, requireViewer } from "#server/api/caller.ts";

interface OneJobPageProps {
  params: Promise<{ jobId: string }>;
}

export default async function OneJobPage({ params }: OneJobPageProps) {
  const { queryClient } = await requireViewer("jobs.read");
  const { jobId } = await params;
  if (!(await findJob(jobId))) {
    notFound();
  }
  return (
    <Hydrated queryClient={queryClient} reads={[]}>
      <JobPage jobId={jobId} />
    </Hydrated>
  );
}

async function findJob(jobId: string) {
  const { trpc, queryClient } = await createPageApi();
  return findOrNull(queryClient.fetchQuery(trpc.jobs.get.queryOptions({ jobId })));
}
