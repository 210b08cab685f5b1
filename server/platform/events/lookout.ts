import type { Follower } from "./follower.ts";

/**
 * Looks for what no notification has told, and so knows whether they arrive: a connection that is lost
 * without a sign is as silent as one on a quiet day, until there is an event that only a look has found.
 */
export function createLookout(follower: Follower, onSilence: () => void) {
  let looking: Promise<void> | undefined;
  let bridged = 0;
  let isListening = false;
  /** Up to here it is known how the events came. */
  let explained = 0;
  let seen = 0;

  function explain(position: number): void {
    explained = position;
    seen = position;
  }

  async function lookOnce(): Promise<void> {
    const found = await follower.catchUp();
    bridged += found;
    if (found === 0 && (await follower.startOverIfRestored())) explain(follower.head());
    // A notification has had until now to arrive.
    if (seen > explained && isListening) {
      isListening = false;
      onSilence();
    }
    seen = follower.head();
  }

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    look,
    hear(position: number): void {
      isListening = true;
      explained = Math.max(explained, position);
    },
    /** Notifications arrive from now on; what was there before needed none. */
    async begin(): Promise<void> {
      await look();
      await look();
      explain(follower.head());
      isListening = true;
    },
    describe: () => ({ bridged, isListening }),
  };
}
