import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "#server/project-root.ts";
import { type Command, print, withRuntime } from "./command.ts";

interface Finding {
  name: string;
  isFine: boolean;
  detail: string;
}

const MIN_NODE_MAJOR = 24;
const MIN_FREE_BYTES = 1024 ** 3;

export const doctorCommand: Command = async () => {
  const findings = [checkNode(), checkBuild(), ...(await checkDatabase())];
  for (const { name, isFine, detail } of findings)
    print(`${isFine ? "ok  " : "FAIL"}  ${name}: ${detail}`);
  if (findings.some(({ isFine }) => !isFine)) process.exitCode = 1;
};

function checkNode(): Finding {
  const isFine = Number(process.versions.node.split(".")[0]) >= MIN_NODE_MAJOR;
  return { name: "Node", isFine, detail: process.versions.node };
}

function checkBuild(): Finding {
  const missing = ["dist/password-blocklist.bin", ".next/BUILD_ID"].filter(
    (file) => !existsSync(path.join(projectRoot, file)),
  );
  return {
    name: "Build",
    isFine: missing.length === 0,
    detail: missing.length > 0 ? `missing ${missing.join(", ")}` : "complete",
  };
}

function checkDatabase(): Promise<Finding[]> {
  return withRuntime(async ({ runtime }) => {
    const { config, raw } = runtime.services;
    const [row] = await raw<{ version: string; major: number }[]>`
      select current_setting('server_version') as version,
             current_setting('server_version_num')::int / 10000 as major`;
    const { pending } = await runtime.migrationStatus();
    const disk = await statfs(config.dataDirectory).catch(() => undefined);
    const freeBytes = disk ? disk.bavail * disk.bsize : undefined;
    return [
      { name: "Postgres", isFine: (row?.major ?? 0) >= 15, detail: row?.version ?? "unknown" },
      {
        name: "Migrations",
        isFine: pending.length === 0,
        detail: pending.length > 0 ? `pending: ${pending.join(", ")}` : "all applied",
      },
      {
        name: "Disk",
        isFine: freeBytes === undefined || freeBytes >= MIN_FREE_BYTES,
        detail:
          freeBytes === undefined
            ? "no data directory"
            : `${Math.round(freeBytes / 1024 ** 2)} MiB free`,
      },
    ];
  });
}
