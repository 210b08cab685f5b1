import fc from "fast-check";
import { expect, test } from "vitest";
import { ratePassword } from "./rating.ts";
import { estimateStrength } from "./strength.ts";

test.each([
  ["velvet otter maps the quiet harbour", 4],
  ["passwordpassword", 0],
  ["aaaaaaaaaaaaaaaaaaaa", 0],
  ["abcabcabcabcabcabc", 0],
])("%j scores %i", async (password, score) => {
  expect((await estimateStrength(password, [])).score).toBe(score);
});

test("one's own name and address are no secret", async () => {
  const personal = ["Kseltavimoru Drothenpaz", "k.drothenpaz@binnacle.example"];
  const password = "kseltavimorudrothenpaz";
  expect((await estimateStrength(password, [])).score).toBeGreaterThan(2);
  expect((await estimateStrength(password, personal)).score).toBeLessThan(3);
});

test("personal words count for nothing, the rest of the password counts for itself", async () => {
  const personal = ["Ada Lovelace", "ada@example.com"];
  expect((await estimateStrength("ada lovelace ada@example.com", personal)).score).toBe(0);
  expect(
    (await estimateStrength("Lovelace walks past eleven copper bridges", personal)).score,
  ).toBe(4);
});

test("common passwords come with advice", async () => {
  const { warning, suggestions } = await estimateStrength("1q2w3e4r5t6y7u8i", []);
  expect(warning).toMatch(/tried first/);
  expect(suggestions).not.toHaveLength(0);
});

test("whatever is typed gets a score from 0 to 4", async () => {
  const odd = ["__proto__", "constructor", "toString", "hasOwnProperty", "\0", "\ud800", "1/0/0"];
  const part = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "binary" }), fc.string());
  const typed = fc.array(part, { maxLength: 6 }).map((parts) => parts.join("").slice(0, 60));
  await fc.assert(
    fc.asyncProperty(typed, fc.array(typed, { maxLength: 3 }), async (password, personal) => {
      const { score, warning, suggestions } = await estimateStrength(password, personal);
      expect([0, 1, 2, 3, 4]).toContain(score);
      expect(warning === null || typeof warning === "string").toBe(true);
      expect(suggestions.every((text) => typeof text === "string")).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("the most expensive spellings are estimated in bounded time", async () => {
  await estimateStrength("warm up", []);
  for (const part of ["4@8({[<3690!|1$5+7%2", "p4$$w0rd", "1234567890", "a", "x9!qK"]) {
    const startedAt = performance.now();
    await estimateStrength(part.repeat(256).slice(0, 256), ["name ".repeat(40), "a@example.com"]);
    expect(performance.now() - startedAt, part).toBeLessThan(500);
  }
});

test("of many that ask at once for a rating, those beyond the queue are told to come back", async () => {
  const asked = Array.from({ length: 60 }, () => ratePassword("velvet otter maps"));
  const results = await Promise.allSettled(asked);
  const refused = results.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(30);
  expect(refused[0]).toMatchObject({ reason: { code: "RATE_LIMITED" } });
});
