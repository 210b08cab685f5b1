import { configDefaults, defineConfig } from "vitest/config";

/** Files that assert how long something takes: they run one after another, beside nothing. */
const TIMED = [
  "server/main.test.ts",
  "server/http/server.test.ts",
  "server/http/middleware/authentication.test.ts",
  "server/domains/auth/sign-in/service.test.ts",
  "server/domains/auth/passwords/{hash,strength}.test.ts",
  "server/domains/health/queries.test.ts",
  "server/domains/overview/plans.test.ts",
  "server/domains/settings/program.test.ts",
  "server/platform/{event-loop,shutdown}.test.ts",
  "server/platform/queue/chaos.test.ts",
  "server/replicas.test.ts",
  "db/{client,probe-client}.test.ts",
];

export default defineConfig({
  test: {
    globalSetup: ["server/testing/global-setup.ts"],
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["{server,db,components,scripts}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...TIMED],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "timed", include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
