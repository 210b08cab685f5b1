import { type BlockList, isIP } from "node:net";

const MAPPED = "::ffff:";

/** A socket's address, with IPv4 in its own notation even on a dual-stack socket. */
export function plainAddress(address: string | undefined): string {
  if (!address) return "unknown";
  return address.startsWith(MAPPED) && address.includes(".")
    ? address.slice(MAPPED.length)
    : address;
}

export function isTrusted(address: string, proxies: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? "ipv6" : "ipv4");
}

export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/**
 * The right-most hop of `X-Forwarded-For` that is no trusted proxy: everything left of it was
 * written by somebody who could lie.
 */
export function clientAddress(forwardedFor: string, peer: string, proxies: BlockList): string {
  let client = peer;
  for (const hop of forwardedFor.split(",").reverse()) {
    const address = hopAddress(hop.trim());
    if (isIP(address) === 0) return client;
    client = address;
    if (!isTrusted(client, proxies)) return client;
  }
  return client;
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function hopAddress(hop: string): string {
  const match = /^\[([^\]]+)\](?::\d+)?$/.exec(hop) ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop);
  return plainAddress(match?.[1] ?? hop);
}
