import { expect, test } from "vitest";
import { hashPassword, isPassword, passwordProblem } from "#lib/auth/password.ts";

test("twelve characters will do, counted as people count them", () => {
  expect(passwordProblem("a".repeat(11))).toMatch("at least 12");
  expect(passwordProblem("a".repeat(12))).toBeNull();
  expect(passwordProblem("🗝".repeat(11))).toMatch("at least 12");
  expect(passwordProblem("🗝".repeat(12))).toBeNull();
  expect(passwordProblem(" spaces are characters ")).toBeNull();
});

test("1024 bytes are the most, after normalizing too", () => {
  expect(passwordProblem("a".repeat(1024))).toBeNull();
  expect(passwordProblem("a".repeat(1025))).toMatch("at most");
  expect(passwordProblem("é".repeat(513))).toMatch("at most");
  // One character that NFKC turns into eighteen.
  expect(passwordProblem("\uFDFA".repeat(60))).toMatch("at most");
});

test("hashes are argon2id with 19 MiB, two passes, one lane, each with its own salt", async () => {
  const [one, two] = await Promise.all([
    hashPassword("horse battery"),
    hashPassword("horse battery"),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

test("the same password matches, however its characters are composed, and no other", async () => {
  const hash = await hashPassword("caf\u00e9 au lait noir");
  expect(await isPassword("cafe\u0301 au lait noir", hash)).toBe(true);
  expect(await isPassword("cafe au lait noir", hash)).toBe(false);
  expect(await isPassword("", hash)).toBe(false);
});

test("what follows byte 72 counts", async () => {
  const hash = await hashPassword(`${"a".repeat(80)}1`);
  expect(await isPassword(`${"a".repeat(80)}2`, hash)).toBe(false);
});

test("without a hash nothing matches, not even the dummy's password", async () => {
  expect(await isPassword("no user has this password", null)).toBe(false);
  expect(await isPassword("a".repeat(5000), null)).toBe(false);
});
