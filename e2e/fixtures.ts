import { test as base, type Page } from "@playwright/test";
import type { RoleName } from "#server/platform/access/catalog.ts";
import { LOCALE_COOKIE, type Locale } from "#server/platform/locale/catalog.ts";
import { createCaller, SESSION_COOKIE } from "./support/api.ts";
import { type Binnacle, ensureBuilt, launchBinnacle } from "./support/binnacle.ts";
import { collectFailures, type Failures } from "./support/failures.ts";
import { waitForHydration } from "./support/hydration.ts";
import { addPerson, type Person, setUpOwner } from "./support/people.ts";

const BUILD_MS = 600_000;

export const DEVICES = {
  laptop: { userAgent: undefined, viewport: { width: 1440, height: 900 } },
  tablet: {
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    viewport: { width: 1024, height: 768 },
  },
  phone: {
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    viewport: { width: 390, height: 844 },
  },
} as const;

interface Visit {
  /** Signed in on a session of this visit's own; nobody unless given. */
  as?: Person;
  device?: keyof typeof DEVICES;
  colorScheme?: "light" | "dark";
  /** The language chosen in this browser; null for what it asks for, which is German. */
  locale?: Locale | null;
  /** The address of a Binnacle of the test's own. */
  at?: string;
}

interface TestFixtures {
  failures: Failures;
  /** A page in a browser context of its own; whatever fails there fails the test. */
  visit: (visit?: Visit) => Promise<Page>;
  /** Somebody new, invited by the owner and accepted. */
  makePerson: (roles: RoleName[], name?: string) => Promise<Person>;
}

interface WorkerFixtures {
  built: undefined;
  binnacle: Binnacle;
  owner: Person;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  built: [
    async ({ playwright: _ }, use) => {
      await ensureBuilt();
      await use(undefined);
    },
    { scope: "worker", auto: true, timeout: BUILD_MS },
  ],
  binnacle: [
    async ({ built: _ }, use) => {
      const binnacle = await launchBinnacle();
      await use(binnacle);
      await binnacle.remove();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  owner: [async ({ binnacle }, use) => use(await setUpOwner(binnacle)), { scope: "worker" }],
  failures: async ({ playwright: _ }, use) => {
    const failures = collectFailures();
    await use(failures);
    failures.assertNone();
  },
  visit: async ({ browser, binnacle, owner: _, failures }, use) => {
    const opened: Page[] = [];
    await use(async ({ as, locale = "en", at = binnacle.url, ...looks } = {}) => {
      const { device = "laptop", colorScheme = "light" } = looks;
      const { userAgent, viewport } = DEVICES[device];
      const context = await browser.newContext({ baseURL: at, userAgent, viewport, colorScheme });
      await failures.watch(context);
      if (locale) await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: at }]);
      const page = waitForHydration(await context.newPage());
      opened.push(page);
      if (as) {
        const agent = await page.evaluate(() => navigator.userAgent);
        await context.addCookies([await signIn(at, as, agent)]);
      }
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  makePerson: async ({ binnacle, owner }, use) => {
    await use((roles, name = "Nadia Newcomer") =>
      addPerson(owner, { url: binnacle.url, name, roles }),
    );
  },
});

async function signIn(url: string, { email, password }: Person, userAgent: string) {
  const caller = createCaller(url, userAgent);
  await caller.api.auth.signIn.mutate({ email, password });
  return { name: SESSION_COOKIE, value: caller.sessionToken() ?? "", url, httpOnly: true };
}
