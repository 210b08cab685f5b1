import { afterEach, expect, test } from "vitest";
import { startSilentPeer, startSmtpPeer } from "#server/testing/smtp-peer.ts";
import { MailRefused, type OutgoingMail } from "./driver.ts";
import { createSmtpDriver } from "./smtp.ts";
import { smtpUrlWith, TIMEOUTS_MS } from "./smtp-url.ts";

const FROM = "Binnacle <admin@binnacle.example>";
const forEver = new AbortController().signal;
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** Closed after the test, the newest first. */
function opening<T extends { close(): unknown }>(one: T): T {
  opened.unshift(one);
  return one;
}

function createDriver(url: string, more: Partial<Parameters<typeof createSmtpDriver>[0]> = {}) {
  return opening(createSmtpDriver({ url, from: FROM, ...more }));
}

const mail: OutgoingMail = {
  ...{ id: "one", to: "ada@example.com", subject: "Hello" },
  ...{ html: "<p>Hello</p>", text: "Hello", headers: {} },
};
const problemOf = (sending: Promise<unknown>) => sending.then(String, (error: unknown) => error);

test("several mails go over one connection", async () => {
  const peer = opening(await startSmtpPeer());
  const driver = createDriver(peer.url);
  for (const id of ["one", "two", "three"]) await driver.send({ ...mail, id }, forEver);
  expect(peer.received).toHaveLength(3);
  expect(peer.connections()).toBe(1);
});

test("a server that never greets is given up", async () => {
  const peer = opening(await startSilentPeer());
  const timeoutsMs = { ...TIMEOUTS_MS, greetingTimeout: 150 };
  const driver = createDriver(peer.url, { timeoutsMs });
  await expect(driver.send(mail, forEver)).rejects.toMatchObject({ code: "ETIMEDOUT" });
}, 5_000);

test("a server that falls silent in the middle is given up", async () => {
  const peer = opening(await startSilentPeer(["220 here", "250 yours"]));
  const timeoutsMs = { ...TIMEOUTS_MS, socketTimeout: 150 };
  const driver = createDriver(peer.url, { timeoutsMs });
  await expect(driver.send(mail, forEver)).rejects.toMatchObject({ code: "ETIMEDOUT" });
}, 5_000);

test("whoever is told to stop does not wait for the server", async () => {
  const peer = opening(await startSilentPeer(["220 here"]));
  const driver = createDriver(peer.url);
  const stop = new AbortController();
  const sending = driver.send(mail, stop.signal);
  stop.abort(new Error("Told to stop"));
  await expect(sending).rejects.toThrow("Told to stop");
  await expect(driver.send(mail, stop.signal)).rejects.toThrow("Told to stop");
}, 5_000);

test.each([
  { line: "550 no such mailbox", at: "RCPT TO", isRefused: true },
  { line: "451 later", at: "RCPT TO", isRefused: false },
  { line: "530 sign in first", at: "RCPT TO", isRefused: false },
  { line: "550 not your address", at: "MAIL FROM", isRefused: false },
  { line: "500 what", at: "EHLO", isRefused: false },
])("$line to $at ends the mail: $isRefused", async ({ line, at, isRefused }) => {
  const before = { EHLO: [], "MAIL FROM": ["250 yours"], "RCPT TO": ["250 yours", "250 go on"] }[
    at
  ];
  const peer = opening(await startSilentPeer(["220 here", ...(before ?? []), line, line, line]));
  const error = await problemOf(createDriver(peer.url).send(mail, forEver));
  expect(error).toBeInstanceOf(Error);
  expect(error instanceof MailRefused).toBe(isRefused);
});

test("a wrong password ends no mail", async () => {
  const peer = opening(await startSmtpPeer({ hasTls: true, password: "right" }));
  const url = `smtp://ada:wrong@127.0.0.1:${peer.port}?tls.rejectUnauthorized=false`;
  const error = await problemOf(createDriver(url).send(mail, forEver));
  expect(error).toMatchObject({ code: "EAUTH", responseCode: 535 });
});

test("mail and password go only over TLS, to a server whose certificate is checked", async () => {
  const peer = opening(await startSmtpPeer({ hasTls: true, password: "right" }));
  const url = `smtp://ada%40example.com:right@127.0.0.1:${peer.port}?requireTLS=true`;
  await expect(createDriver(url).send(mail, forEver)).rejects.toThrow("certificate");
  expect(peer.received).toEqual([]);
  await createDriver(`${url}&tls.rejectUnauthorized=false`).send(mail, forEver);
  expect(peer.received).toMatchObject([{ isEncrypted: true, user: "ada@example.com" }]);
});

test("without STARTTLS nothing is sent, unless the server is this machine or the operator says so", async () => {
  const peer = opening(await startSmtpPeer());
  // Leads to this machine, and does not say so.
  const url = `smtp://0.0.0.0:${peer.port}`;
  await expect(createDriver(url).send(mail, forEver)).rejects.toMatchObject({ code: "ETLS" });
  expect(peer.received).toEqual([]);
  await createDriver(`${url}?requireTLS=false`).send(mail, forEver);
  await createDriver(`${url}?ignoreTLS=true`).send(mail, forEver);
  await createDriver(peer.url).send(mail, forEver);
  expect(peer.received).toHaveLength(3);
});

test.each([
  ["smtp://mail.example.com", "true"],
  ["smtp://127.example.com", "true"],
  ["smtp://localhost.example.com:587", "true"],
  ["smtps://mail.example.com", null],
  ["smtp://localhost:1025", null],
  ["smtp://127.0.0.2", null],
  ["smtp://[::1]:25", null],
])("whether %s needs STARTTLS: %s", (url, isRequired) => {
  const { searchParams } = new URL(smtpUrlWith(url, TIMEOUTS_MS));
  expect(searchParams.get("requireTLS")).toBe(isRequired);
  expect(searchParams.get("socketTimeout")).toBe("300000");
});

test("a comma in the sender's name makes no second sender", async () => {
  const peer = opening(await startSmtpPeer());
  const driver = createDriver(peer.url, { from: "Lovelace, Ada <admin@binnacle.example>" });
  await driver.send(mail, forEver);
  expect(peer.received[0]).toMatchObject({ from: "admin@binnacle.example" });
  expect(peer.received[0]?.source).toContain('From: "Lovelace, Ada" <admin@binnacle.example>');
});
