import Bowser from "bowser";

const MAX_LENGTH = 512;

/** The user agent as it is stored: bounded, since it is the client's word. */
export function boundUserAgent(userAgent: string): string {
  return userAgent.slice(0, MAX_LENGTH).toWellFormed().replaceAll("\0", "");
}

/** What is known of a device; null for what is not. */
export interface Device {
  program: string | null;
  os: string | null;
}

/** Versions are left out, so that an update is no new device. */
export function readDevice(userAgent: string): Device {
  const bounded = boundUserAgent(userAgent);
  if (bounded === "") return { program: null, os: null };
  const { browser, os } = Bowser.parse(bounded);
  const program = browser.name || bounded.split(/[/ ]/, 1)[0] || "Unknown program";
  return { program, os: os.name ?? null };
}

/** In words: "Firefox on Windows". */
export function describeDevice(userAgent: string): string {
  const { program, os } = readDevice(userAgent);
  if (program === null) return "Unknown device";
  return os ? `${program} on ${os}` : program;
}
