import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrator.ts";
import { startEmbeddedPostgres } from "#server/platform/postgres/embedded.ts";
import { installQueue } from "#server/platform/queue/install.ts";
import { projectRoot } from "#server/project-root.ts";
import { jobDefinitions } from "#server/registry/jobs.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One Postgres for the whole run, with a migrated template database that each test file clones. */
export async function setup(project: TestProject) {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "binnacle-test-"));
  const server = await startEmbeddedPostgres({
    dataDirectory,
    password: "test-only",
    settings: [
      "fsync=off",
      "synchronous_commit=off",
      "full_page_writes=off",
      "max_connections=400",
    ],
  });
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin`create database template_binnacle`;
  await admin.end();
  const templateUrl = withDatabase(server.url, "template_binnacle");
  await migrate(templateUrl, path.join(projectRoot, "db", "migrations"));
  await installQueue(templateUrl, jobDefinitions);
  project.provide("databaseUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString();
}
