import { connect } from "node:net";
import type { AnyTRPCRouter } from "@trpc/server";
import { z } from "zod";
import { createRouter, openToAnyone, permitted } from "#server/api/trpc.ts";
import { type Config, loadConfig } from "#server/config.ts";
import { createHttpApp, type HttpDependencies } from "#server/http/app.ts";
import { createListener } from "#server/http/listener.ts";
import { createServer, type HttpServer } from "#server/http/server.ts";
import type { Services, UserActor } from "#server/platform/context.ts";
import { createStreams } from "#server/platform/events/streams.ts";
import { newId } from "#server/platform/ids.ts";
import { createLogger } from "#server/platform/logger.ts";
import { createMetrics } from "#server/platform/metrics.ts";
import { withoutReplicas } from "#server/platform/replicas/replicas.ts";
import { createRetryBudget } from "#server/platform/retry.ts";
import type { Settings } from "#server/platform/settings/catalog.ts";
import { defaultSettings } from "#server/platform/settings/defaults.ts";
import type { LiveSettings } from "#server/platform/settings/live.ts";

type Line = Record<string, unknown>;

export interface TestServer extends HttpServer {
  url: string;
  port: number;
  services: Services;
  /** Every line logged so far. */
  lines: Line[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends bytes as they are and resolves with all that comes back until the connection closes. */
  send(text: string): Promise<string>;
  close(): Promise<void>;
}

type Overrides = Partial<Omit<HttpDependencies, "services">> & {
  config?: Partial<Config>;
  publicUrl?: string;
  settings?: Partial<Settings>;
  /** What the tested part needs beyond the front. */
  parts?: Partial<Services>;
};

/** The real front on a real socket, with the session step, the router and the pages replaced. */
export async function startTestServer(overrides: Overrides = {}): Promise<TestServer> {
  const { config, publicUrl, settings, parts, ...given } = overrides;
  const lines: Line[] = [];
  const services = createServices(lines, { config, publicUrl, settings, parts });
  const app = createHttpApp({
    services,
    appRouter: testRouter,
    createContext: async (_cookies, request) => {
      return { ...services, actor: testActor, request, setCookies: [] };
    },
    readiness: {
      isStarted: () => true,
      markStarted: () => undefined,
      findObstacles: async () => [],
    },
    ...given,
  });
  const http = createServer(createListener(app), services.config);
  await new Promise<void>((resolve) => http.server.listen(0, "127.0.0.1", resolve));
  const address = http.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  return {
    ...http,
    url,
    port,
    services,
    lines,
    fetch: (path, init) => fetch(url + path, init),
    send: (text) => sendRaw(port, text),
    async close() {
      http.cutOff();
      if (http.server.listening) await new Promise((resolve) => http.server.close(resolve));
    },
  };
}

function createServices(
  lines: Line[],
  given: Pick<Overrides, "config" | "publicUrl" | "settings" | "parts">,
): Services {
  const { config } = loadConfig({
    env: { NODE_ENV: "test", AUTH_SECRET: "test-secret-test-secret-test-secret!" },
  });
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  return {
    config: { ...config, ...given.config },
    log: createLogger("debug", stream),
    metrics: createMetrics(),
    retryBudget: createRetryBudget(),
    settings: { current: { ...defaultSettings(config), ...given.settings } } as LiveSettings,
    publicUrl: given.publicUrl ?? "http://binnacle.test",
    now: () => new Date(),
    newId,
    replicas: withoutReplicas(undefined as never),
    probe: {
      run: () => Promise.reject(new Error("no database here")),
      close: async () => undefined,
    },
    events: { kick: () => undefined, streams: createStreams() },
    errors: {
      report: () => undefined,
      flush: async () => undefined,
      close: async () => undefined,
    },
    ...given.parts,
  } as Partial<Services> as Services;
}

export const testActor: UserActor = {
  kind: "user",
  userId: "0190b1a2-0000-7000-8000-000000000001",
  sessionId: "0190b1a2-0000-7000-8000-000000000002",
  name: "Ada",
  email: "ada@example.com",
  emailVerifiedAt: null,
  department: null,
  roles: ["viewer"],
  grants: [],
  permissions: new Map([["users.read", "all"]]),
};

const Name = z.strictObject({ name: z.string().max(100) });
const docs = { description: "For tests" };
const opened = openToAnyone("For tests", docs);

/** One procedure of each kind. */
export const testRouter: AnyTRPCRouter = createRouter({
  greet: opened.input(Name).query(({ input }) => `Hello, ${input.name}`),
  rename: opened.input(Name).mutation(({ input }) => input.name),
  whoami: permitted("users.read", docs).query(({ ctx }) => ctx.actor.userId),
  forbidden: permitted("mail.read", docs).query(() => "never"),
  fail: opened.query(() => {
    throw new Error("the secret cause");
  }),
  signIn: opened.mutation(({ ctx }) => {
    ctx.setCookies.push("a=1; HttpOnly");
    ctx.setCookies.push("b=2; HttpOnly");
    return true;
  }),
  count: opened.subscription(async function* () {
    yield 1;
    yield 2;
  }),
});

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}
