import { rollback } from "#db/migrator.ts";
import { attachDatabase, loadConfigOrExit } from "#server/boot.ts";
import { prepareDatabase } from "#server/prepare-database.ts";
import { MIGRATIONS } from "#server/runtime.ts";
import { type Command, print, UsageError, withRuntime } from "./command.ts";

export const migrateCommand: Command = async () => {
  const applied = await withRuntime(({ runtime }) => prepareDatabase(runtime));
  print(applied.length > 0 ? `Applied ${applied.join(", ")}` : "Nothing to apply");
};

export const rollbackCommand: Command = async ([given = "1"]) => {
  const steps = Number(given);
  if (!Number.isInteger(steps) || steps < 1)
    throw new UsageError("rollback: steps is a whole number from 1");
  const undone = await withUrl((url) => rollback(url, MIGRATIONS, steps));
  print(undone.length > 0 ? `Took back ${undone.join(", ")}` : "Nothing to take back");
};

export const postgresCommand: Command = async () => {
  const { config } = loadConfigOrExit([]);
  const attached = await attachDatabase(config);
  print(`Postgres is running at ${attached.url.replace(/:[^:@/]+@/, ":********@")}`);
  await new Promise<void>((resolve) => {
    const keepAlive = setInterval(() => undefined, 60_000);
    const stop = () => {
      clearInterval(keepAlive);
      resolve();
    };
    for (const event of ["SIGINT", "SIGTERM", "disconnect"]) process.once(event, stop);
  });
  await attached.stop();
};

async function withUrl<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { config } = loadConfigOrExit([]);
  const attached = await attachDatabase(config);
  try {
    return await work(attached.url);
  } finally {
    await attached.stop();
  }
}
