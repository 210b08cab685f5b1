export interface Sender {
  /** Empty where there is only an address. */
  name: string;
  address: string;
}

const NAMED = /^(.+?)\s*<([^<>]+)>$/s;
const QUOTED = /^"(.*)"$/s;
/** What cannot stand in a name as it is (RFC 5322, section 3.2.3). */
const SPECIAL = /[()<>[\]:;@\\,."]/;

/** `Name <address>`, or an address alone, taken apart: a comma in the name makes no second sender. */
export function parseSender(from: string): Sender {
  const [, given = "", address = from] = NAMED.exec(from.trim()) ?? [];
  const quoted = QUOTED.exec(given)?.[1];
  return { name: quoted?.replace(/\\(.)/gs, "$1") ?? given, address };
}

/** As one header; a name that needs it is quoted. */
export function formatSender({ name, address }: Sender): string {
  if (name === "") return address;
  const shown = SPECIAL.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : name;
  return `${shown} <${address}>`;
}

export const domainOf = (from: string): string =>
  parseSender(from).address.split("@").at(-1)?.toLowerCase() ?? "";
