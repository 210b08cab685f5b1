import { expect, test } from "vitest";
import { CURRENT_COST, hashPassword, verifyPassword } from "./hash.ts";

const password = "velvet otter maps the quiet harbour";
const cheap = { memoryKib: 64, passes: 1, parallelism: 1 };

test("the right password verifies, any other does not", async () => {
  const stored = await hashPassword(password);
  expect(await verifyPassword(password, stored)).toEqual({ isCorrect: true, needsRehash: false });
  for (const wrong of ["", `${password} `, password.toUpperCase()]) {
    expect(await verifyPassword(wrong, stored)).toEqual({ isCorrect: false, needsRehash: false });
  }
});

test("the cost is at least what OWASP asks for", () => {
  expect(CURRENT_COST.memoryKib).toBeGreaterThanOrEqual(19_456);
  expect(CURRENT_COST.passes).toBeGreaterThanOrEqual(2);
});

test("two hashes of one password differ", async () => {
  expect(await hashPassword(password)).not.toBe(await hashPassword(password));
});

test("one password typed with composed or decomposed letters is the same", async () => {
  const stored = await hashPassword("ångström und zwölf Brücken".normalize("NFC"), cheap);
  const typed = "ångström und zwölf Brücken".normalize("NFD");
  expect((await verifyPassword(typed, stored)).isCorrect).toBe(true);
});

test("a hash with other parameters still verifies and asks for a new one", async () => {
  const stored = await hashPassword(password, cheap);
  expect(await verifyPassword(password, stored)).toEqual({ isCorrect: true, needsRehash: true });
  expect(await verifyPassword("wrong", stored)).toEqual({ isCorrect: false, needsRehash: false });
});

test("without a stored hash, or with a broken one, nothing verifies and nothing throws", async () => {
  const broken = [null, "", "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA", "\0", "x".repeat(100_000)];
  for (const stored of broken) {
    expect(await verifyPassword(password, stored)).toEqual({
      isCorrect: false,
      needsRehash: false,
    });
  }
});

test("sixty hashes at once keep the event loop free and the memory bounded", async () => {
  let longestPauseMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longestPauseMs = Math.max(longestPauseMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const before = process.memoryUsage.rss();
  await Promise.all(Array.from({ length: 60 }, () => verifyPassword(password, null)));
  clearInterval(timer);
  expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(150);
  expect(longestPauseMs).toBeLessThan(200);
});
