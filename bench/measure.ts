import { CASE_GROUPS, type CaseName, type Fixture } from "./cases.ts";
import type { Contender, ContenderName } from "./contenders.ts";
import type { Job, Measured } from "./load.ts";
import { CONNECTIONS, type Options, WARM_UP_SECONDS } from "./options.ts";
import { readCpuSeconds, runProgram } from "./programs.ts";

export type Rounds = Record<CaseName, Partial<Record<ContenderName, Measured[]>>>;

interface Plan {
  options: Options;
  contenders: readonly Contender[];
  fixture: Fixture;
  settle(): Promise<void>;
}

/** Short rounds in turns, so that what else the machine does falls on everybody. */
export async function measureAll(plan: Plan): Promise<Rounds> {
  const { options, contenders } = plan;
  const rounds: Rounds = { get: {}, list: {}, deep: {}, create: {} };
  for (const group of CASE_GROUPS) {
    const cases = group.filter((name) => options.cases.includes(name));
    if (cases.length === 0) continue;
    await eachTurn(cases, contenders, async (name, contender) => {
      await generateLoad(plan, { name, contender, seconds: WARM_UP_SECONDS });
    });
    for (let round = 0; round < options.rounds; round++) {
      await plan.settle();
      const turns = round % 2 === 0 ? contenders : contenders.toReversed();
      await eachTurn(cases, turns, async (name, contender) => {
        const measured = await generateLoad(plan, { name, contender, seconds: options.seconds });
        rounds[name][contender.name] = [...(rounds[name][contender.name] ?? []), measured];
        process.stderr.write(
          `${name} ${round + 1}/${options.rounds} ${contender.name}: ${Math.round(measured.perSecond)}/s\n`,
        );
      });
    }
  }
  return rounds;
}

async function eachTurn(
  cases: readonly CaseName[],
  contenders: readonly Contender[],
  work: (name: CaseName, contender: Contender) => Promise<void>,
): Promise<void> {
  for (const contender of contenders) {
    for (const name of cases) await work(name, contender);
  }
}

interface Turn {
  name: CaseName;
  contender: Contender;
  seconds: number;
}

export async function generateLoad(
  { fixture }: Pick<Plan, "fixture">,
  { name, contender, seconds }: Turn,
): Promise<Measured> {
  const job: Job = {
    url: contender.url,
    load: contender.loads(fixture)[name],
    connections: CONNECTIONS,
    seconds,
  };
  const before = readCpuSeconds(contender.pid);
  const output = await runProgram(["bench/load.ts"], { input: JSON.stringify(job) });
  const measured = JSON.parse(output) as Measured;
  if (measured.failed > 0 || measured.requests === 0)
    throw new Error(
      `${contender.name} ${name}: ${measured.failed} of ${measured.requests} requests failed`,
    );
  const cpuSeconds = readCpuSeconds(contender.pid) - before;
  return { ...measured, cpuMicroseconds: (cpuSeconds * 1e6) / measured.requests };
}
