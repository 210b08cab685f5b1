interface Turns {
  name: string;
  signal: AbortSignal;
  /** Leads until the signal, or until there is nothing to lead any more. */
  lead: (signal: AbortSignal) => Promise<void>;
}

/**
 * One tab of a browser leads at a time, and the next when it closes. Where tabs cannot agree on that
 * (a page without TLS has no locks) each leads by itself.
 */
export function createTurns({ name, signal, lead }: Turns) {
  let turn = new AbortController();
  let isThrough = false;

  async function run(own: AbortSignal) {
    isThrough = false;
    await lead(own);
    isThrough = !own.aborted;
  }

  function begin(options: LockOptions) {
    turn.abort();
    turn = new AbortController();
    const own = turn.signal;
    if (!("locks" in navigator)) return void run(own);
    navigator.locks
      .request(name, options.steal ? options : { signal: own }, () => run(own))
      .catch((error: unknown) => {
        if (own.aborted) return;
        if (isTaken(error)) begin({});
        else void run(own);
      });
  }

  // Somebody may have signed in again elsewhere.
  function retry() {
    if (isThrough && !document.hidden) begin({});
  }

  document.addEventListener("visibilitychange", retry, { signal });
  signal.addEventListener("abort", () => turn.abort());
  return {
    /** Leads when its turn comes. */
    queue: () => begin({}),
    /** Leads now, in place of a tab that gives no sign of life. */
    take: () => begin({ steal: true }),
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
