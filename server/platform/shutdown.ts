import type { Logger } from "./logger.ts";

type Close = () => unknown;

export interface Shutdown {
  /** Aborted as soon as the process begins to stop. */
  readonly signal: AbortSignal;
  /** Closed in reverse order of registration: what was opened last goes first. */
  onClose(name: string, close: Close): void;
  /** Stops on SIGTERM and SIGINT, and on errors that nobody caught. */
  listen(): void;
  /** Resolves when everything is closed or given up; `exit` is called then. */
  begin(reason: string, exitCode?: number): Promise<void>;
}

interface ShutdownOptions {
  log: Logger;
  timeoutSeconds: number;
  exit?: (code: number) => void;
}

/** What is left of the time when the deadline strikes, to get the log out. */
const RESERVE_MS = 250;
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Closes everything in order, within the time given, whatever hangs. */
export function createShutdown(options: ShutdownOptions): Shutdown {
  const { log, timeoutSeconds, exit = (code) => process.exit(code) } = options;
  const stopping = new AbortController();
  const resources: { name: string; close: Close }[] = [];
  let ending: Promise<void> | undefined;

  async function end(reason: string, exitCode: number): Promise<void> {
    log.info({ reason, timeoutSeconds }, "shutting down");
    stopping.abort(reason);
    const progress = { current: "nothing", hasFailed: false };
    const isInTime = await within(
      timeoutSeconds * 1000 - RESERVE_MS,
      closeAll(resources, progress, log),
    );
    if (isInTime) log.info("stopped");
    else log.fatal({ resource: progress.current }, "shutdown deadline passed; giving up");
    exit(isInTime && !progress.hasFailed ? exitCode : exitCode || 1);
  }

  function begin(reason: string, exitCode = 0): Promise<void> {
    ending ??= end(reason, exitCode);
    return ending;
  }

  function onFault(kind: string, err: unknown): void {
    log.fatal({ err }, kind);
    void begin(kind, 1);
  }

  return {
    signal: stopping.signal,
    onClose: (name, close) => void resources.push({ name, close }),
    listen() {
      for (const [name, exitCode] of Object.entries(SIGNALS)) {
        process.on(name, () => {
          if (!ending) return void begin(name);
          log.warn({ signal: name }, "second signal: exiting at once");
          exit(exitCode);
        });
      }
      process.on("uncaughtException", (err) => onFault("uncaught exception", err));
      process.on("unhandledRejection", (err) => onFault("unhandled rejection", err));
    },
    begin,
  };
}

async function closeAll(
  resources: { name: string; close: Close }[],
  progress: { current: string; hasFailed: boolean },
  log: Logger,
): Promise<void> {
  for (const { name, close } of resources.toReversed()) {
    progress.current = name;
    const startedAt = performance.now();
    try {
      await close();
      log.debug({ resource: name, durationMs: performance.now() - startedAt }, "closed");
    } catch (err) {
      progress.hasFailed = true;
      log.error({ err, resource: name }, "could not be closed");
    }
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
