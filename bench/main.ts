// What `npm run bench` runs: one database, every server beside it, short rounds in turns.
import { type Contender, startNext, startOurs, startPlain } from "./contenders.ts";
import { type BenchDatabase, settle, startDatabase } from "./database.ts";
import { prepareFixture, verifyContender } from "./fixture.ts";
import { measureAll } from "./measure.ts";
import { type Options, readOptions, USERS } from "./options.ts";
import { profileCases } from "./profile.ts";
import { readMemoryMb } from "./programs.ts";
import { printTable, saveResults, summarise } from "./report.ts";

const options = readOptions(process.argv.slice(2));
say(`Making ${USERS} users`);
const database = await startDatabase(USERS, options.data);
const started: Contender[] = [];
try {
  if (options.profile) await profileCases(options, database);
  else await compare(options, database);
} finally {
  for (const contender of started) await contender.stop();
  await database.stop();
}

async function compare(given: Options, { url, version }: BenchDatabase): Promise<void> {
  say("Starting the servers");
  const fixture = await makeFixture();
  const ours = await keep(startOurs(database));
  await keep(startPlain(database));
  if (given.compare) await keep(startOurs(database, { name: "compared", main: given.compare }));
  else await keep(startNext(database));
  await verifyAll(fixture);
  const contenders = [...started];
  const rounds = await measureAll({
    options: given,
    contenders,
    fixture,
    settle: () => settle(url),
  });
  const memory = readMemoryMb(ours.pid);
  const results = summarise(rounds);
  printTable(results, memory);
  if (given.compare) return;
  const file = saveResults({ options: given, postgres: version, results, memory });
  process.stdout.write(`\nSaved to ${file}\n`);
}

/** By a server of its own, so that the one that is measured has served no more than its rivals. */
async function makeFixture() {
  const server = await startOurs(database);
  try {
    return await prepareFixture(server, database.url);
  } finally {
    await server.stop();
  }
}

async function keep(starting: Promise<Contender>): Promise<Contender> {
  const contender = await starting;
  started.push(contender);
  return contender;
}

async function verifyAll(fixture: Awaited<ReturnType<typeof prepareFixture>>): Promise<void> {
  const answers = await Promise.all(started.map((each) => verifyContender(each, fixture)));
  const texts = new Set(answers.map((answer) => JSON.stringify(answer)));
  if (texts.size !== 1) throw new Error("The servers do not answer with the same rows");
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
