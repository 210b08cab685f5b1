import { expect, type Page } from "@playwright/test";

/**
 * Lets a page count as opened only when React has taken over its inputs and buttons: what is typed
 * or pressed before would not reach its form.
 */
export function waitForHydration(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...given) => {
    const response = await goto.apply(page, given);
    await expectHydrated(page);
    return response;
  };
  page.reload = async (...given) => {
    const response = await reload.apply(page, given);
    await expectHydrated(page);
    return response;
  };
  return page;
}

async function expectHydrated(page: Page): Promise<void> {
  // A page that leads on at once ends the reading; what it leads to is read next.
  await expect(async () => {
    expect(await page.evaluate(countWaiting), "inputs that wait for React").toBe(0);
  }).toPass({ timeout: 10_000 });
}

function countWaiting(): number {
  const parts = [...document.querySelectorAll("main input, main button, main a[href]")];
  const isTaken = (part: Element) => Object.keys(part).some((key) => key.startsWith("__react"));
  return parts.filter((part) => !isTaken(part)).length;
}
