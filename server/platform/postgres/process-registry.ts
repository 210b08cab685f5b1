import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process with this id runs (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Which processes use the embedded database, one file each, so that the last to leave stops it. */
export function createProcessRegistry(directory: string) {
  mkdirSync(directory, { recursive: true });
  const own = path.join(directory, String(process.pid));
  return {
    join() {
      for (const name of readdirSync(directory)) {
        if (!isAlive(Number(name))) rmSync(path.join(directory, name), { force: true });
      }
      writeFileSync(own, "");
    },
    leave: () => rmSync(own, { force: true }),
    hasOthers: () =>
      readdirSync(directory).some((name) => Number(name) !== process.pid && isAlive(Number(name))),
  };
}

/** A process that died between making the file and writing its id leaves it empty. */
const EMPTY_FOR_MS = 5_000;
/** Locks that this very process holds; another file with our id is left from an earlier life. */
const held = new Set<string>();

/** Runs `work` while no other live process holds the lock file; a lock left by a dead process is taken over. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 60_000;
  while (!tryLock(file)) {
    if (Date.now() > deadline) throw new Error(`Another process has held ${file} for a minute`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    held.add(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    removeIfAbandoned(file);
    return false;
  }
}

function removeIfAbandoned(file: string): void {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    const isOurs = holder === process.pid && !held.has(file);
    const isEmpty = holder === 0 && Date.now() - statSync(file).mtimeMs > EMPTY_FOR_MS;
    if (isOurs || isEmpty || (holder > 0 && !isAlive(holder))) rmSync(file, { force: true });
  } catch {
    // Gone between the two calls: the next try gets it.
  }
}
