import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No finding of axe's rules for WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // A target that has scrolled halfway under the top bar would count as too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  await finishTransitions(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG_22_AA)
    // A mail is shown in a frame that runs no script, so axe cannot look inside.
    .exclude("iframe")
    .analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help} (${target.join(" ")}) ${any[0]?.message ?? ""}`),
  );
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}

/** Colours on their way from one scheme to the other have no contrast to judge. */
async function finishTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(excess, `pixels too wide on ${page.url()}`).toBeLessThanOrEqual(0);
}
