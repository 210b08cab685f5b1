/** Those who wait for the next event. */
export function createWaiting() {
  const waiting = new Set<() => void>();
  return {
    wakeAll(): void {
      for (const wake of waiting) wake();
    },
    /** Resolves when it is woken, when the time is over, or when the signal aborts. */
    join: ({ signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number }) =>
      new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, timeoutMs);
        waiting.add(done);
        signal.addEventListener("abort", done, { once: true });
      }),
  };
}
