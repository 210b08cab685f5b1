import { expect } from "@playwright/test";
import type { AnyProcedure } from "@trpc/server";
import type { ProcedureMeta } from "#server/api/trpc.ts";
import { appRouter } from "#server/registry/router.ts";
import { test } from "./fixtures.ts";
import { SESSION_COOKIE } from "./support/api.ts";
import { fillPattern, listPagePatterns, OPEN_PAGES } from "./support/pages.ts";

const SAMPLES = {
  userId: crypto.randomUUID(),
  mailId: crypto.randomUUID(),
  jobId: crypto.randomUUID(),
  groupId: crypto.randomUUID(),
  side: "new",
  roleKey: "support",
};
const patterns = listPagePatterns();
const closed = patterns.filter((pattern) => !OPEN_PAGES.includes(pattern));

test("the pages that anyone may open are the ones we know", () => {
  expect(patterns.filter((pattern) => OPEN_PAGES.includes(pattern))).toEqual(OPEN_PAGES);
  expect(closed).toContain("/users/[userId]");
});

for (const pattern of closed) {
  test(`without a session, ${pattern} leads to the sign-in`, async ({ visit }) => {
    const page = await visit();
    const path = fillPattern(pattern, SAMPLES);
    const target = `/sign-in?next=${encodeURIComponent(path)}`;
    await page.goto(path);
    await expect(page).toHaveURL(target);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page
      .context()
      .addCookies([{ name: SESSION_COOKIE, value: "A".repeat(43), url: page.url() }]);
    await page.goto(path);
    await expect(page, "with a made-up session").toHaveURL(target);
  });
}

test("without a session, every procedure behind the door answers 401", async ({
  binnacle,
  owner: _,
}) => {
  const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure>;
  const locked = Object.entries(procedures).filter(
    ([, { _def }]) => (_def.meta as ProcedureMeta).permission,
  );
  expect(locked.length).toBeGreaterThan(10);
  for (const [path, { _def }] of locked) {
    const isMutation = _def.type === "mutation";
    const response = await fetch(`${binnacle.url}/api/trpc/${path}`, {
      method: isMutation ? "POST" : "GET",
      headers: { "content-type": "application/json", "x-binnacle-csrf": "1" },
      body: isMutation ? "{}" : undefined,
    });
    expect(response.status, path).toBe(401);
    expect(await response.text(), path).toContain("UNAUTHENTICATED");
  }
});

test("without a session, the JSON health report answers 401", async ({ binnacle }) => {
  expect((await fetch(`${binnacle.url}/api/v1/health`)).status).toBe(401);
});

for (const pattern of patterns) {
  test(`${pattern} runs only scripts with this answer's nonce`, async ({ binnacle, owner }) => {
    const token = owner.caller.sessionToken();
    const mailId = (await owner.caller.api.mail.list.query({ limit: 1 })).items[0]?.id;
    const path = fillPattern(pattern, {
      ...SAMPLES,
      userId: owner.userId,
      mailId: mailId ?? SAMPLES.mailId,
    });
    const isOpen = OPEN_PAGES.includes(pattern);
    const headers = new Headers(isOpen ? {} : { cookie: `${SESSION_COOKIE}=${token}` });
    const response = await fetch(`${binnacle.url}${path}?token=x`, { headers });
    const html = await response.text();
    const policy = response.headers.get("content-security-policy") ?? "";
    const directive = policy.split("; ").find((text) => text.startsWith("script-src ")) ?? "";
    const nonce = /'nonce-([^']+)'/.exec(directive)?.[1] ?? "";
    expect(nonce.length, policy).toBeGreaterThanOrEqual(20);
    expect(directive).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);

    const scripts = html.match(/<script\b[^>]*>/gi) ?? [];
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    const markup = html.replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/gi, "$1");
    expect(markup.match(/<[a-z][^>]*\son[a-z]+\s*=[^>]*>/gi) ?? []).toEqual([]);
    expect(markup.match(/(?:href|src)\s*=\s*["']?\s*javascript:[^>]*/gi) ?? []).toEqual([]);

    const again = await fetch(`${binnacle.url}${path}?token=x`, { headers });
    expect(again.headers.get("content-security-policy"), "each answer its own").not.toBe(policy);
  });
}

test("a script that somebody slips into the page does not run", async ({ page, binnacle }) => {
  await page.goto(`${binnacle.url}/sign-in`);
  const refused = page.waitForEvent("console", (message) => message.text().startsWith("refused"));
  const hasRun = await page.evaluate(() => {
    document.addEventListener(
      "securitypolicyviolation",
      (event) => console.info(`refused ${event.violatedDirective}`),
      { once: true },
    );
    document.body.insertAdjacentHTML(
      "beforeend",
      `<button onclick="document.title='owned'">x</button>`,
    );
    document.body.querySelector<HTMLElement>("body > button")?.click();
    return document.title === "owned";
  });
  expect(hasRun).toBe(false);
  expect((await refused).text()).toContain("script-src");
});
