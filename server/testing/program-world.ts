import { createSession } from "#server/domains/sessions/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { createTestWorld, type TestWorld } from "./context.ts";
import { type Program, startProgram, temporaryDirectory } from "./program.ts";

export interface ProgramWorld {
  world: TestWorld;
  program: Program;
  /** One more process of the program on the same database. */
  startAnother(): Promise<Program>;
  openSession(user: User): Promise<{ sessionId: string; cookie: string }>;
  close(): Promise<void>;
}

/** The built program on a database of its own that the test can reach into. */
export async function startProgramWorld(): Promise<ProgramWorld> {
  const dataDirectory = temporaryDirectory();
  const world = await createTestWorld();
  const env = {
    DATABASE_URL: world.database.url,
    AUTH_SECRET: "s".repeat(40),
    BINNACLE_ROLE: "web",
    BINNACLE_DATA_DIR: dataDirectory.path,
    RATE_LIMIT_PER_USER: "1000000",
    RATE_LIMIT_PER_ADDRESS: "1000000",
  };
  const programs: Program[] = [];
  const startAnother = async () => {
    const program = await startProgram({ env });
    programs.push(program);
    return program;
  };
  const program = await startAnother();
  return {
    world,
    program,
    startAnother,
    async openSession(user) {
      const { sessionId, token } = await world.services.db.transaction((tx) =>
        createSession(tx, world.as(user), { userId: user.id, isRemembered: false }),
      );
      return { sessionId, cookie: `authjs.session-token=${token}` };
    },
    async close() {
      await Promise.all(programs.map((each) => each.stop()));
      await world.close();
      dataDirectory.remove();
    },
  };
}
