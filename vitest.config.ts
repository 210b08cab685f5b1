import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{server,db,components,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: ["server/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
