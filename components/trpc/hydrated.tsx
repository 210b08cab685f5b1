import { dehydrate, HydrationBoundary, type QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

const PATIENCE_MS = 600;

interface HydratedProps {
  queryClient: QueryClient;
  /** The reads that the children need. */
  reads: Promise<unknown>[];
  children: ReactNode;
}

/**
 * Hands what the server has read to the browser. Reads that are late or fail are left to the
 * browser, which shows a skeleton or the reason meanwhile.
 */
export async function Hydrated({ queryClient, reads, children }: HydratedProps) {
  await Promise.race([Promise.allSettled(reads), pause(PATIENCE_MS)]);
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
