"use client";

import { PageFailure } from "#components/feedback/page-failure.tsx";

export default function RootError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main>
      <PageFailure error={error} />
    </main>
  );
}
