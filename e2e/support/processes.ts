import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Processes whose command line or environment names `mark`, ours excepted. */
export function listProcessesNaming(mark: string): string[] {
  return process.platform === "linux" ? listFromProc(mark) : listFromPs(mark);
}

function listFromProc(mark: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(
      (pid) => readProc(pid, "environ").includes(mark) || readProc(pid, "cmdline").includes(mark),
    )
    .map((pid) => `${pid} ${readProc(pid, "cmdline").replaceAll("\0", " ")}`);
}

/** Empty when the process has ended meanwhile. */
function readProc(pid: string, file: "environ" | "cmdline"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function listFromPs(mark: string): string[] {
  const lines = execFileSync("ps", ["-axww", "-o", "pid=,command="], { encoding: "utf8" });
  return lines.split("\n").filter((line) => line.includes(mark));
}
