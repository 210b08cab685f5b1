import { afterEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

let server: TestServer;
afterEach(() => server.close());

async function observed(): Promise<string[]> {
  const { values } = await server.services.metrics.httpRequests.get();
  return values
    .filter(({ metricName }) => metricName?.endsWith("_count"))
    .map(({ labels, value }) => `${labels.method} ${labels.route} ${labels.status}: ${value}`);
}

test("requests are counted by pattern, so that made-up addresses make no series", async () => {
  server = await startTestServer();
  for (const path of ["/api/a", "/api/b", "/nowhere/1", "/nowhere/2", "/api/trpc/none", "/%zz"]) {
    await server.send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  }
  await server.send("BREW /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  await server.send("PROPFIND /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  await expect
    .poll(observed)
    .toEqual([
      "GET unmatched 404: 2",
      "GET pages 404: 2",
      "GET /api/trpc 404: 1",
      "GET unmatched 400: 1",
      "other /livez 405: 1",
    ]);
});

test("requests in flight go up and down again", async () => {
  let finish: () => void = () => undefined;
  server = await startTestServer({
    handleNext: (_incoming, outgoing) =>
      new Promise((resolve) => {
        finish = () => outgoing.end(resolve);
      }),
  });
  const inFlight = async () =>
    (await server.services.metrics.requestsInFlight.get()).values[0]?.value;
  const answer = server.fetch("/");
  await expect.poll(inFlight).toBe(1);
  finish();
  await answer;
  await expect.poll(inFlight).toBe(0);
});
