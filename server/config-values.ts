import { BlockList, isIP } from "node:net";
import { z } from "zod";

const UNITS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** A time span in seconds: a number of seconds, or text such as `90s`, `30m`, `12h`. */
export const Seconds = (min: number, max: number) =>
  z
    .union([z.number(), z.string()])
    .transform((value, context) => {
      const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(String(value).trim());
      if (match) return Number(match[1]) * (UNITS[match[2] ?? "s"] ?? 1);
      context.addIssue({ code: "custom", message: "expected a time span such as 15s, 30m or 12h" });
      return z.NEVER;
    })
    .pipe(z.number().min(min).max(max));

export const Whole = (min: number, max: number) =>
  z
    .union([z.number(), z.string().regex(/^\d+$/, "expected a whole number").transform(Number)])
    .pipe(z.number().int().min(min).max(max));

export const Secret = z.string().min(32, "expected at least 32 characters");

export const Cidrs = z
  .union([z.array(z.string()), z.string().transform(splitAtCommas)])
  .pipe(z.array(z.string().refine(isCidr, "expected addresses or networks such as 10.0.0.0/8")));

export const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

export const PostgresUrls = z
  .union([z.array(z.string()), z.string().transform(splitAtCommas)])
  .pipe(z.array(z.string().refine(isPostgresUrl, "expected postgres URLs, separated by commas")));

function isPostgresUrl(text: string): boolean {
  return PostgresUrl.safeParse(text).success;
}

function splitAtCommas(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}

function isCidr(text: string): boolean {
  const [address = "", prefix] = text.split("/");
  const family = isIP(address);
  if (family === 0) return false;
  return (
    prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
  );
}

/** A matcher for configured networks; an empty list matches nothing. */
export function toBlockList(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [address = "", prefix] = cidr.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** An address, alone or behind a name; on one line, as it becomes a header. */
export const MailSender = z
  .string()
  .regex(
    /^(?:[^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    "expected an address, or Name <address>",
  );
