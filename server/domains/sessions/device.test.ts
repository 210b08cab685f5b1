import { expect, test } from "vitest";
import { boundUserAgent, describeDevice } from "./device.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Firefox on Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
    "Safari on macOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  ["curl/8.5.0", "curl"],
  ["", "Unknown device"],
])("%j is %j", (userAgent, device) => {
  expect(describeDevice(userAgent)).toBe(device);
});

test("a user agent is stored bounded and without what Postgres cannot hold", () => {
  expect(boundUserAgent("x".repeat(10_000))).toHaveLength(512);
  expect(boundUserAgent("a\0b\ud800")).toBe("ab\ufffd");
});
