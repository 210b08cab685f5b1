import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";

interface Identity {
  uid: number;
  gid: number;
}

/** How to start a Postgres program: it refuses to run as root, so root steps down to a plain user. */
export interface RunAs {
  /** Whom to become; absent where the prefix sees to it, or where we are not root. */
  identity?: Identity;
  /** Who owns the files of the cluster; absent where we are not root. */
  owner?: Identity;
  /** Put before the program and its arguments. */
  prefix: readonly string[];
}

const CANDIDATES = ["postgres", "nobody"];
const ROOT: Identity = { uid: 0, gid: 0 };

/**
 * The user to run as. Below a folder that only root can enter, the program runs in a user namespace
 * in which root has a plain user's number; where there are no namespaces, it keeps the one
 * capability that lets it into the data directory (CAP_DAC_OVERRIDE, through setpriv).
 */
export function chooseRunAs(paths: { binary: string; directory: string }): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = findUser();
  const isBinaryInReach = canReach(paths.binary, user);
  if (isBinaryInReach && canReach(paths.directory, user)) {
    return { identity: user, owner: user, prefix: [] };
  }
  const namespace = [
    "unshare",
    "--user",
    `--map-user=${user.uid}`,
    `--map-group=${user.gid}`,
    "--",
  ];
  if (succeeds([...namespace, "true"])) return { owner: ROOT, prefix: namespace };
  if (isBinaryInReach) return { owner: user, prefix: keepingAccess(user) };
  throw new Error(
    `Postgres refuses to run as root, and another user cannot reach ${paths.binary}. ` +
      "Move Binnacle out of the private folder, run it as another user, or set DATABASE_URL.",
  );
}

function keepingAccess({ uid, gid }: Identity): string[] {
  const capability = "-all,+dac_override";
  return [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
}

function succeeds([command = "", ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function findUser(): Identity {
  const lines = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of CANDIDATES) {
    const line = lines.find(([user]) => user === name);
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error(
    "Postgres refuses to run as root, and neither a postgres nor a nobody user exists to run it as",
  );
}

function canReach(target: string, { uid, gid }: Identity): boolean {
  for (let directory = path.dirname(target); ; directory = path.dirname(directory)) {
    const stat = statSync(directory);
    const shift = stat.uid === uid ? 6 : groupShift(stat.gid, gid);
    if (((stat.mode >> shift) & 1) === 0) return false;
    if (directory === path.dirname(directory)) return true;
  }
}

const groupShift = (directoryGid: number, gid: number) => (directoryGid === gid ? 3 : 0);
