import { expect, test } from "vitest";
import { valueWords } from "./value-words.ts";

test("a value is written in a line", () => {
  expect(valueWords("Head of keys")).toBe("Head of keys");
  expect(valueWords(["a", 7])).toBe("a, 7");
  expect(valueWords([{ title: "Cook", company: { name: "Acme" }, location: null }])).toBe(
    "Cook, Acme",
  );
  expect(valueWords({ instituteName: "Old School", degree: "BSc" })).toBe("Old School, BSc");
  expect(valueWords({ theme: "dark" })).toBe("theme: dark");
});
