/** Looks again and again, never twice at once. */
export function createWatcher(look: () => Promise<void>, intervalMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();

  function next(): void {
    if (isStopped) return;
    looking = look().finally(() => {
      timer = setTimeout(next, intervalMs).unref();
    });
  }

  return {
    start: next,
    async stop() {
      isStopped = true;
      await looking;
      clearTimeout(timer);
    },
  };
}
