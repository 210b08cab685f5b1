import { type Command, print, UsageError } from "./commands/command.ts";
import { AppError } from "./platform/errors.ts";

interface Entry {
  usage: string;
  description: string;
  /** Each command loads what it needs and no more. */
  load(): Promise<Command>;
}

const COMMANDS: Record<string, Entry> = {
  migrate: {
    usage: "migrate",
    description: "Apply pending migrations",
    load: async () => (await import("./commands/database.ts")).migrateCommand,
  },
  rollback: {
    usage: "rollback [steps]",
    description: "Take back the newest migrations (one unless told)",
    load: async () => (await import("./commands/database.ts")).rollbackCommand,
  },
  seed: {
    usage: "seed --users <count>",
    description: "Add made-up users (no passwords) to look at and measure with",
    load: async () => (await import("./commands/seed.ts")).seedCommand,
  },
  "create-owner": {
    usage: "create-owner --email <address> --name <name>",
    description: "Make an owner; the password is read from standard input",
    load: async () => (await import("./commands/accounts.ts")).createOwnerCommand,
  },
  "reset-password": {
    usage: "reset-password --email <address>",
    description: "Set a user's password, read from standard input, and end their sessions",
    load: async () => (await import("./commands/accounts.ts")).resetPasswordCommand,
  },
  "verify-audit": {
    usage: "verify-audit",
    description: "Check the audit log against its chain and anchors; then anchor it",
    load: async () => (await import("./commands/audit.ts")).verifyAuditCommand,
  },
  config: {
    usage: "config check|print",
    description: "Check the configuration, or print it with where each value came from",
    load: async () => (await import("./commands/config.ts")).configCommand,
  },
  doctor: {
    usage: "doctor",
    description: "Look for what would keep Binnacle from running well",
    load: async () => (await import("./commands/doctor.ts")).doctorCommand,
  },
  postgres: {
    usage: "postgres",
    description: "Keep the embedded Postgres running until stopped, and print its address",
    load: async () => (await import("./commands/database.ts")).postgresCommand,
  },
};

const EX_USAGE = 2;

async function main([name = "help", ...args]: string[]): Promise<void> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    printUsage();
    if (name !== "help" && name !== "--help") throw new UsageError(`There is no command ${name}`);
    return;
  }
  const run = await entry.load();
  await run(args);
}

function printUsage(): void {
  print("npm run cli -- <command>\n");
  const commands = Object.values(COMMANDS);
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  for (const { usage, description } of commands) print(`  ${usage.padEnd(width)}  ${description}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected =
    error instanceof UsageError || (error instanceof AppError && error.code !== "INTERNAL");
  process.stderr.write(
    isExpected ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = error instanceof UsageError ? EX_USAGE : 1;
}
if (process.connected) process.disconnect();
