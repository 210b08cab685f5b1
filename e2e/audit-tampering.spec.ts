import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type Binnacle, launchBinnacle } from "./support/binnacle.ts";
import { forgeActors } from "./support/database.ts";
import { expectAccessible } from "./support/layout.ts";
import { type Person, setUpOwner } from "./support/people.ts";

// A server of its own: its log is spoilt for good.
let own: Binnacle;
let owner: Person;

test.beforeAll(async () => {
  own = await launchBinnacle();
  owner = await setUpOwner(own);
});
test.afterAll(() => own.remove());

test("a forged log is called one on the audit page, entry by entry", async ({ visit }) => {
  let forged = 0;
  await expect
    .poll(async () => (forged = await forgeActors(own, "Somebody Else")), {
      message: "entries are chained within a second",
    })
    .toBeGreaterThan(0);
  for (const look of [{}, { colorScheme: "dark", device: "phone" }] as const) {
    const page = await visit({ at: own.url, as: owner, ...look });
    await page.goto("/audit");
    const state = page.getByRole("region", { name: "State of the log" }).getByRole("alert");
    await expect(state).toContainText("The log is not what was recorded");
    await expect(state).toContainText(forged === 1 ? "1 problem" : `${forged} problems`);
    await expect(state.getByRole("listitem").first()).toContainText("Entry 1: ");
    await expectAccessible(page);
  }
});
