import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { createShutdown } from "./shutdown.ts";

const log = pino({ level: "silent" });
const never = () => new Promise<void>(() => undefined);

function create(timeoutSeconds = 5) {
  const exits: number[] = [];
  const shutdown = createShutdown({ log, timeoutSeconds, exit: (code) => void exits.push(code) });
  return { shutdown, exits };
}

describe("shutting down", () => {
  test("closes what was opened last first, one after the other, then exits with 0", async () => {
    const { shutdown, exits } = create();
    const closed: string[] = [];
    for (const name of ["database", "worker", "server"]) {
      shutdown.onClose(name, async () => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        closed.push(name);
      });
    }
    expect(shutdown.signal.aborted).toBe(false);
    const ended = shutdown.begin("test");
    expect(shutdown.signal.aborted).toBe(true);
    await ended;
    expect(closed).toEqual(["server", "worker", "database"]);
    expect(exits).toEqual([0]);
  });

  test("begins once, however often it is asked", async () => {
    const { shutdown, exits } = create();
    let count = 0;
    shutdown.onClose("server", () => count++);
    await Promise.all([shutdown.begin("one"), shutdown.begin("two")]);
    expect([count, exits]).toEqual([1, [0]]);
  });

  test("closes the rest when one fails, and exits with 1", async () => {
    const { shutdown, exits } = create();
    let isClosed = false;
    shutdown.onClose("database", () => {
      isClosed = true;
    });
    shutdown.onClose("server", () => Promise.reject(new Error("no")));
    await shutdown.begin("test");
    expect([isClosed, exits]).toEqual([true, [1]]);
  });

  test("gives up on what hangs before the deadline, and exits with 1", async () => {
    const { shutdown, exits } = create(1);
    shutdown.onClose("server", never);
    const startedAt = performance.now();
    await shutdown.begin("test");
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(exits).toEqual([1]);
  });
});

describe("a process", () => {
  const modules = path.join(import.meta.dirname);
  const program = (body: string) => `
    import { createShutdown } from ${JSON.stringify(path.join(modules, "shutdown.ts"))};
    import { createLogger } from ${JSON.stringify(path.join(modules, "logger.ts"))};
    const shutdown = createShutdown({ log: createLogger("info"), timeoutSeconds: 5 });
    shutdown.listen();
    setInterval(() => undefined, 1000);
    ${body}
    process.stdout.write("up\\n");`;

  async function run(body: string, signals: NodeJS.Signals[]) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", program(body)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    const exited = once(child, "exit") as Promise<[number]>;
    for (const [index, signal] of signals.entries()) {
      const awaited = index === 0 ? "up" : "closing";
      await expect.poll(() => output, { timeout: 5000 }).toContain(awaited);
      child.kill(signal);
    }
    const [code] = await exited;
    return { code, output };
  }

  const HANGS = `shutdown.onClose("server", () => { process.stdout.write("closing\\n"); return new Promise(() => undefined); });`;

  test.each(["SIGTERM", "SIGINT"] as const)(
    "that gets %s closes and exits with 0",
    async (signal) => {
      const { code, output } = await run(
        `shutdown.onClose("server", () => process.stdout.write("closed\\n"));`,
        [signal],
      );
      expect(code).toBe(0);
      expect(output).toContain("closed");
      expect(output).toContain('"msg":"stopped"');
    },
  );

  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("that gets a second %s exits at once with %i", async (signal, expected) => {
    const startedAt = performance.now();
    const { code } = await run(HANGS, ["SIGTERM", signal]);
    expect(code).toBe(expected);
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });

  test.each([
    ["uncaught exception", `setTimeout(() => { throw new Error("boom"); }, 50);`],
    ["unhandled rejection", `setTimeout(() => void Promise.reject(new Error("boom")), 50);`],
  ])("with an %s logs it, closes and exits with 1", async (kind, fault) => {
    const { code, output } = await run(
      `shutdown.onClose("server", () => process.stdout.write("closed\\n"));${fault}`,
      [],
    );
    expect(code).toBe(1);
    expect(output).toContain(`"msg":"${kind}"`);
    expect(output).toContain("boom");
    expect(output).toContain("closed");
  });
});
