import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { attachDatabase, loadConfigOrExit } from "#server/boot.ts";
import { type Context, createSystemContext } from "#server/platform/context.ts";
import { createLogger } from "#server/platform/logger.ts";
import { createRuntime, type Runtime } from "#server/runtime.ts";

/** Runs with what follows the command on the line. */
export type Command = (args: string[]) => Promise<void>;

/** What a person typed wrong: shown without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export function readOptions<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** An embedded database is told to stop when the process exits. */
const EXIT_INTERRUPTED = 130;

export interface CommandRuntime {
  runtime: Runtime;
  ctx: Context;
}

/** Runs `work` with the database attached (the embedded one is started when it is not running) and leaves nothing behind. */
export async function withRuntime<T>(work: (given: CommandRuntime) => Promise<T>): Promise<T> {
  const { config } = loadConfigOrExit([]);
  const log = createLogger("warn");
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => process.exit(EXIT_INTERRUPTED));
  const attached = await attachDatabase(config, log);
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const runtime = createRuntime({ config, databaseUrl: attached.url, publicUrl, log });
  try {
    return await work({ runtime, ctx: createSystemContext(runtime.services, "command line") });
  } finally {
    await runtime.close();
    await attached.stop();
  }
}
