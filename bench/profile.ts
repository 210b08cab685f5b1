import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Contender, startOurs, startPlain } from "./contenders.ts";
import type { BenchDatabase } from "./database.ts";
import { prepareFixture } from "./fixture.ts";
import { type CpuProfile, openInspector } from "./inspector.ts";
import { generateLoad } from "./measure.ts";
import { type Options, WARM_UP_SECONDS } from "./options.ts";
import { freePort, root } from "./programs.ts";
import { summariseProfile } from "./summarise-profile.ts";

const DIRECTORY = path.join(root, ".data", "profiles");

/** A CPU profile of each case under load, ours and the plain server's, after warming up. */
export async function profileCases(options: Options, database: BenchDatabase): Promise<void> {
  mkdirSync(DIRECTORY, { recursive: true });
  const ports = { ours: await freePort(), plain: await freePort() };
  const ours = await startOurs(database, { main: options.compare, inspect: ports.ours });
  const plain = await startPlain(database, ports.plain);
  try {
    const fixture = await prepareFixture(ours, database.url);
    for (const name of options.cases) {
      for (const contender of [ours, plain]) {
        const port = ports[contender.name as keyof typeof ports];
        const run = (seconds: number) => generateLoad({ fixture }, { name, contender, seconds });
        await run(WARM_UP_SECONDS);
        const [profile, { requests }] = await record(port, options.seconds, () =>
          run(options.seconds + 2),
        );
        const file = path.join(DIRECTORY, `${name}-${contender.name}.cpuprofile`);
        writeFileSync(file, JSON.stringify(profile));
        process.stdout.write(`\n## ${name}, ${contender.name} (${requests} requests)\n`);
        process.stdout.write(summariseProfile(profile));
      }
    }
  } finally {
    await stopAll([ours, plain]);
  }
}

/** Profiles in the middle of the load, so that neither its start nor its end counts. */
async function record<T>(
  port: number,
  seconds: number,
  load: () => Promise<T>,
): Promise<[CpuProfile, T]> {
  const inspector = await openInspector(port);
  try {
    const loading = load();
    await sleep(1000);
    await inspector.send("Profiler.enable");
    await inspector.send("Profiler.setSamplingInterval", { interval: 500 });
    await inspector.send("Profiler.start");
    await sleep(seconds * 1000);
    const { profile } = await inspector.send<{ profile: CpuProfile }>("Profiler.stop");
    return [profile, await loading];
  } finally {
    inspector.close();
  }
}

async function stopAll(contenders: Contender[]): Promise<void> {
  for (const contender of contenders) await contender.stop();
}
