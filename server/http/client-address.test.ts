import { expect, test } from "vitest";
import { toBlockList } from "#server/config-values.ts";
import { clientAddress, isLoopback, isTrusted, plainAddress } from "./client-address.ts";

const proxies = toBlockList(["10.0.0.0/8", "2001:db8:1::/48"]);

test.each([
  ["203.0.113.9", "203.0.113.9", "the only hop"],
  ["198.51.100.1, 203.0.113.9", "203.0.113.9", "the right-most, whatever the client wrote before"],
  ["203.0.113.9, 10.1.1.1", "203.0.113.9", "left of a trusted proxy"],
  ["203.0.113.9:4711", "203.0.113.9", "a hop with its port"],
  ["[2001:db8:2::5]:4711", "2001:db8:2::5", "IPv6 in brackets"],
  ["::ffff:203.0.113.9", "203.0.113.9", "IPv4 in IPv6"],
  ["10.2.2.2, 10.1.1.1", "10.2.2.2", "all trusted: the left-most"],
  ["evil, 10.1.1.1", "10.1.1.1", "no address: the last that was one"],
  ["", "10.0.0.1", "empty: the peer"],
])("X-Forwarded-For %j means %s (%s)", (header, expected) => {
  expect(clientAddress(header, "10.0.0.1", proxies)).toBe(expected);
});

test("a proxy is trusted by its network, in both families", () => {
  expect(isTrusted("10.9.9.9", proxies)).toBe(true);
  expect(isTrusted("2001:db8:1::7", proxies)).toBe(true);
  expect(isTrusted("192.0.2.1", proxies)).toBe(false);
  expect(isTrusted("unknown", proxies)).toBe(false);
});

test("loopback is 127.0.0.0/8 and ::1, also mapped", () => {
  expect(isLoopback(plainAddress("::ffff:127.0.0.1"))).toBe(true);
  expect(isLoopback(plainAddress("127.8.8.8"))).toBe(true);
  expect(isLoopback("::1")).toBe(true);
  expect(isLoopback("10.0.0.1")).toBe(false);
  expect(plainAddress(undefined)).toBe("unknown");
});
