import { expect, test } from "vitest";
import { MailSender } from "#server/config-values.ts";
import { domainOf, formatSender, parseSender } from "./sender.ts";

test.each([
  ["admin@example.com", { name: "", address: "admin@example.com" }, "admin@example.com"],
  [
    "Binnacle <admin@example.com>",
    { name: "Binnacle", address: "admin@example.com" },
    "Binnacle <admin@example.com>",
  ],
  [
    "Lovelace, Ada <admin@example.com>",
    { name: "Lovelace, Ada", address: "admin@example.com" },
    '"Lovelace, Ada" <admin@example.com>',
  ],
  [
    '"Lovelace, Ada" <admin@example.com>',
    { name: "Lovelace, Ada", address: "admin@example.com" },
    '"Lovelace, Ada" <admin@example.com>',
  ],
  [
    'Mail (Möbius "&" Söhne) <admin@example.com>',
    { name: 'Mail (Möbius "&" Söhne)', address: "admin@example.com" },
    '"Mail (Möbius \\"&\\" Söhne)" <admin@example.com>',
  ],
])("%s is one sender", (from, sender, header) => {
  expect(MailSender.parse(from)).toBe(from);
  expect(parseSender(from)).toEqual(sender);
  expect(formatSender(sender)).toBe(header);
  expect(parseSender(header)).toEqual(sender);
  expect(domainOf(from)).toBe("example.com");
});
