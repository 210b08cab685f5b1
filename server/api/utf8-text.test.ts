import { expect, test } from "vitest";
import { encodeText } from "./utf8-text.ts";

test("pieces of every script are joined as one text", () => {
  const pieces = ["", "plain", "Jürgen Groß", "李小龙", "🚢 ⚓", "x".repeat(600), "محمد", "\ud83d"];
  const bytes = encodeText((out) => {
    for (const piece of pieces) {
      out.text += piece;
      out.encodeIfLong();
    }
  });
  expect(bytes.toString()).toBe(Buffer.from(pieces.join("")).toString());
});

test("text grows beyond any buffer, in one piece or in many", () => {
  const one = "船".repeat(300_000);
  expect(encodeText((out) => (out.text += one)).toString()).toBe(one);
  const many = encodeText((out) => {
    for (let line = 0; line < 20_000; line++) {
      out.text += `${line} 船\n`;
      out.encodeIfLong();
    }
  });
  expect(many.toString().split("\n")).toHaveLength(20_001);
});

test("what follows a mark can be taken back", () => {
  const bytes = encodeText((out) => {
    out.text += "kept, ";
    const start = out.mark();
    out.text += "y".repeat(2_000);
    out.encodeIfLong();
    out.text += "taken back";
    out.cutTo(start);
    out.text += "added";
  });
  expect(bytes.toString()).toBe("kept, added");
});

test("text begun within another, and after one that failed, is its own", () => {
  let inner: Buffer | undefined;
  const outer = encodeText((out) => {
    out.text += "a".repeat(1_000);
    out.encodeIfLong();
    inner = encodeText((other) => (other.text += "b".repeat(1_000)));
  });
  expect(outer.toString()).toBe("a".repeat(1_000));
  expect(inner?.toString()).toBe("b".repeat(1_000));
  const fail = () =>
    encodeText(() => {
      throw new Error("no");
    });
  expect(fail).toThrow("no");
  const first = encodeText((out) => (out.text += "first"));
  encodeText((out) => (out.text += "second"));
  expect(first.toString()).toBe("first");
});
