import type { BrowserContext, ConsoleMessage, Response } from "@playwright/test";
import { expect } from "@playwright/test";

interface Expectation {
  status: number;
  /** A part of the address. */
  url: string;
  hasHappened: boolean;
}

interface ExpectedWords {
  words: string;
  hasHappened: boolean;
}

/** What goes wrong in the browser: each thing fails the test that did not announce it. */
export interface Failures {
  watch(context: BrowserContext): Promise<void>;
  /** An answer that this test provokes; one that never comes fails the test as well. */
  expect(status: number, url: string): void;
  /** The same for an error on the console, by a part of it. */
  expectOnConsole(words: string): void;
  assertNone(): void;
}

export function collectFailures(): Failures {
  const found: string[] = [];
  const expected: Expectation[] = [];
  const expectedWords: ExpectedWords[] = [];

  function onResponse(response: Response) {
    const status = response.status();
    if (status < 400 || isEndOfStream(response)) return;
    const match = expected.find((one) => one.status === status && response.url().includes(one.url));
    if (match) match.hasHappened = true;
    else found.push(`${status} ${response.request().method()} ${response.url()}`);
  }

  function onConsole(message: ConsoleMessage) {
    if (message.type() !== "error" || isEcho(message) || isFromUs(message)) return;
    const match = expectedWords.find(({ words }) => message.text().includes(words));
    if (match) match.hasHappened = true;
    else found.push(`console: ${message.text()} (${message.location().url})`);
  }

  return {
    async watch(context) {
      context.on("response", onResponse);
      context.on("console", onConsole);
      context.on("weberror", (error) => found.push(`page error: ${error.error().stack}`));
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText;
        if (reason !== "net::ERR_ABORTED") found.push(`${reason} ${request.url()}`);
      });
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI}`);
        });
      });
    },
    expect: (status, url) => void expected.push({ status, url, hasHappened: false }),
    expectOnConsole: (words) => void expectedWords.push({ words, hasHappened: false }),
    assertNone() {
      expect(found, "what went wrong in the browser").toEqual([]);
      const absent = [...expected, ...expectedWords].filter(({ hasHappened }) => !hasHappened);
      expect(absent, "announced failures that never came").toEqual([]);
    },
  };
}

/** A page that is still open when its session ends learns of it by being refused its stream. */
function isEndOfStream(response: Response): boolean {
  return response.status() === 401 && response.url().includes("/api/trpc/events.subscribe");
}

/** Chromium repeats every refused request on the console; the answer itself is judged above. */
function isEcho(message: ConsoleMessage): boolean {
  return message.text().startsWith("Failed to load resource: the server responded with a status");
}

/** Playwright's own scripts are refused in the frame that shows a mail, as any script is. */
function isFromUs(message: ConsoleMessage): boolean {
  return message.text().startsWith("Blocked script execution in 'about:srcdoc'");
}
