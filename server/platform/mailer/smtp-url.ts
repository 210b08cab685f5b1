/**
 * How long each part of handing over a mail may take. The last also is how long the server may think
 * after the mail: given up too early, it delivers a mail that we send again (RFC 5321, section 4.5.3.2.6).
 */
export const TIMEOUTS_MS = {
  dnsTimeout: 10_000,
  connectionTimeout: 20_000,
  greetingTimeout: 30_000,
  socketTimeout: 300_000,
};

const CHOICES = {
  pool: "true",
  maxConnections: "5",
  // A mail whose connection closed is for the job to send again, which counts and waits.
  maxRequeues: "0",
  disableFileAccess: "true",
  disableUrlAccess: "true",
};

/**
 * The address with our choices in it, as nodemailer takes none beside an address; those that stand in
 * it already are the operator's and stay. Without TLS from the first byte, STARTTLS is required, but
 * for a server on this machine.
 */
export function smtpUrlWith(given: string, timeoutsMs: Partial<typeof TIMEOUTS_MS>): string {
  const url = new URL(given);
  const isExempt =
    url.protocol === "smtps:" ||
    isLoopback(url.hostname) ||
    url.searchParams.get("ignoreTLS") === "true";
  const choices = { ...CHOICES, ...timeoutsMs, ...(!isExempt && { requireTLS: "true" }) };
  for (const [name, value] of Object.entries(choices)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  }
  return url.href;
}

const isLoopback = (hostname: string) =>
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
