import { startEmbeddedPostgres } from "#server/platform/postgres/embedded.ts";
import {
  type Config,
  ConfigError,
  generatedSecret,
  type LoadedConfig,
  loadConfig,
} from "./config.ts";
import type { Logger } from "./platform/logger.ts";

const EX_CONFIG = 78;

/** The configuration, or every problem on stderr and exit code 78. */
export function loadConfigOrExit(flags: readonly string[]): LoadedConfig {
  try {
    return loadConfig({ flags });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EX_CONFIG);
  }
}

export interface AttachedDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The configured database, or the embedded one. */
export async function attachDatabase(config: Config, log?: Logger): Promise<AttachedDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => undefined };
  return startEmbeddedPostgres({
    dataDirectory: config.dataDirectory,
    password: generatedSecret(config.dataDirectory, "postgres-password"),
    onEvent: (message) => log?.warn(message),
  });
}
