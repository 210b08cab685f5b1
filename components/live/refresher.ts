import type { QueryClient } from "@tanstack/react-query";
import { type Area, EVERYTHING, isOnDemand, PAGE } from "#components/live/areas.ts";
import { pause } from "#components/live/pause.ts";

/** Events often come in twos and threes, and the first waits for those beside it. */
const GATHER_MS = 150;
const SPACING_MS = 1_000;
const PATIENCE_MS = 10_000;

interface Refreshing {
  queryClient: QueryClient;
  signal: AbortSignal;
  /** Reads the page itself anew, with what it offers. */
  readPage: () => void;
}

/**
 * Reads areas anew, at most once a second, and more seldom from a slow server. A change of one's own
 * that is on its way is waited for, as it may show already; so is the return of whoever looked away.
 */
export function createRefresher({ queryClient, signal, readPage }: Refreshing) {
  const due = new Set<Area>();
  let isBusy = false;

  const mayRefresh = () => !document.hidden && queryClient.isMutating() === 0;

  function wake() {
    if (isBusy || due.size === 0 || !mayRefresh() || signal.aborted) return;
    isBusy = true;
    void refresh().then(() => {
      isBusy = false;
      wake();
    });
  }

  async function refresh() {
    await pause(GATHER_MS, signal);
    if (!mayRefresh() || signal.aborted) return;
    if (due.delete(PAGE)) readPage();
    const areas = due.has(EVERYTHING) ? [EVERYTHING] : [...due];
    due.clear();
    const startedAt = performance.now();
    const reads = Promise.all(areas.map((area) => readAnew(queryClient, area as Area)));
    await Promise.race([reads, pause(PATIENCE_MS, signal)]);
    await pause(Math.max(SPACING_MS, performance.now() - startedAt), signal);
  }

  document.addEventListener("visibilitychange", wake, { signal });
  signal.addEventListener("abort", queryClient.getMutationCache().subscribe(wake));

  return {
    note(areas: readonly Area[]) {
      for (const area of areas) due.add(area);
      wake();
    },
  };
}

function readAnew(queryClient: QueryClient, area: Area): Promise<void> {
  return queryClient.invalidateQueries({
    ...(area !== EVERYTHING && { queryKey: [[area]] }),
    predicate: ({ queryKey }) => !isOnDemand(queryKey),
  });
}
