// A worker process that runs the job of the chaos test until it is killed: node worker.ts <database url>
import { loadConfig } from "#server/config.ts";
import { createLogger } from "#server/platform/logger.ts";
import { createRuntime } from "#server/runtime.ts";
import { startWorker } from "#server/worker.ts";
import { chaosJob } from "./job.ts";

const databaseUrl = process.argv[2] ?? "";
const { config } = loadConfig({ flags: [] });
const log = createLogger("error");
const runtime = createRuntime({ config, databaseUrl, publicUrl: "http://localhost", log });
await startWorker(runtime, [chaosJob]);
process.stdout.write("working\n");
