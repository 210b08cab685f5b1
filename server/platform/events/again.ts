import { setTimeout as sleep } from "node:timers/promises";

/** `ask` runs the work soon, once for all who ask meanwhile, and again for those who ask while it runs. */
export function createAgain(work: () => Promise<void>, restMs: number) {
  let isWanted = false;
  let isStopped = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false;
      await work();
      await sleep(restMs, undefined, { ref: false });
    }
  }

  function ask(): void {
    isWanted = true;
    running ??= run().finally(() => {
      running = undefined;
      if (isWanted && !isStopped) ask();
    });
  }

  return {
    ask,
    async stop(): Promise<void> {
      isStopped = true;
      await running;
    },
  };
}
