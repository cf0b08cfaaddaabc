import { expect, test } from "vitest";
import { problemOf } from "#lib/api/problem.ts";
import { FoyerError, STATUS_BY_CODE } from "#lib/errors.ts";

const CODES = Object.keys(STATUS_BY_CODE) as (keyof typeof STATUS_BY_CODE)[];

test.each(CODES)("%s is a problem with its own status and type", async (code) => {
  const response = problemOf(new FoyerError(code, "Words for people."));
  expect(response.status).toBe(STATUS_BY_CODE[code]);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({
    type: `urn:foyer:problem:${code}`,
    status: STATUS_BY_CODE[code],
    detail: "Words for people.",
  });
});

test("says when to come again", () => {
  expect(problemOf(new FoyerError("unavailable", "x")).headers.get("Retry-After")).toBe("5");
  expect(problemOf(new FoyerError("rate_limited", "x")).headers.get("Retry-After")).toBe("60");
});

test("what nobody expected is a 500 without its message", async () => {
  const response = problemOf(new TypeError("password=1234"));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("1234");
});
