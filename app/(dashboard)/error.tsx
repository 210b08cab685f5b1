"use client";

import { PageFailure } from "#components/feedback/page-failure.tsx";

export default function DashboardError({ error }: { error: Error & { digest?: string } }) {
  return <PageFailure error={error} />;
}
