import Bowser from "bowser";

const MAX_LENGTH = 512;

/** The user agent as it is stored: bounded, since it is the client's word. */
export function boundUserAgent(userAgent: string): string {
  return userAgent.slice(0, MAX_LENGTH).toWellFormed().replaceAll("\0", "");
}

/** A user agent in words: "Firefox on Windows". Versions are left out, so that an update is no new device. */
export function describeDevice(userAgent: string): string {
  const bounded = boundUserAgent(userAgent);
  if (bounded === "") return "Unknown device";
  const { browser, os } = Bowser.parse(bounded);
  const program = browser.name || bounded.split(/[/ ]/, 1)[0] || "Unknown program";
  return os.name ? `${program} on ${os.name}` : program;
}
