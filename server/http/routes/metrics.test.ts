import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

const TOKEN = "a-token-of-at-least-thirty-two-characters";
let server: TestServer;
afterEach(() => server.close());

describe("/metrics", () => {
  test("is open to the machine itself", async () => {
    server = await startTestServer();
    await server.fetch("/api/none");
    const answer = await server.fetch("/metrics");
    expect(answer.status).toBe(200);
    const text = await answer.text();
    for (const name of [
      'binnacle_http_request_duration_seconds_count{method="GET",route="unmatched",status="404"} 1',
      "binnacle_http_requests_in_flight 1",
      "binnacle_database_pool_size 10",
      "# TYPE binnacle_jobs gauge",
      "nodejs_eventloop_lag_p99_seconds",
      "process_resident_memory_bytes",
      "binnacle_build_info{",
    ]) {
      expect(text).toContain(name);
    }
  });

  test("is absent for others when there is no token", async () => {
    server = await startTestServer();
    for (const name of ["X-Forwarded-For", "Forwarded"]) {
      const answer = await server.fetch("/metrics", { headers: { [name]: "127.0.0.1" } });
      expect(answer.status).toBe(404);
    }
  });

  test("asks others for the token", async () => {
    server = await startTestServer({ config: { metricsToken: TOKEN } });
    const ask = (authorization?: string) =>
      server.fetch("/metrics", {
        headers: { "X-Forwarded-For": "203.0.113.9", ...(authorization && { authorization }) },
      });
    for (const wrong of [undefined, "Bearer", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
      const answer = await ask(wrong);
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
    expect((await ask(`Bearer ${TOKEN}`)).status).toBe(200);
  });

  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address && !address.internal && address.family === "IPv4");

  test.skipIf(!outside)("is closed to another address of this machine's network", async () => {
    server = await startTestServer();
    await new Promise<void>((resolve) => server.server.close(() => resolve()));
    await new Promise<void>((resolve) => server.server.listen(server.port, "0.0.0.0", resolve));
    const answer = await fetch(`http://${outside?.address}:${server.port}/metrics`);
    expect(answer.status).toBe(404);
  });
});
