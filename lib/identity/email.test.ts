import { describe, expect, it } from "vitest";
import { normalEmail } from "./email.ts";

describe("normalEmail", () => {
  it.each([
    ["Ada@Acme.TEST", "ada@acme.test"],
    ["  ada.l+news@mail.acme.test\n", "ada.l+news@mail.acme.test"],
    ["zoë@büro.test", "zoë@büro.test"],
    [`${"a".repeat(244)}@acme.test`, `${"a".repeat(244)}@acme.test`],
  ])("reads %j", (text, email) => expect(normalEmail(text)).toBe(email));

  it.each([
    "",
    " ",
    "n/a",
    "ada",
    "ada@",
    "@acme.test",
    "ada@acme",
    "ada@@acme.test",
    "ada@acme..test",
    "ada@acme.test, bob@acme.test",
    "Ada <ada@acme.test>",
    "ada smith@acme.test",
    `${"a".repeat(245)}@acme.test`,
    null,
    undefined,
  ])("refuses %j", (text) => expect(normalEmail(text)).toBeNull());

  it("is idempotent", () => {
    const once = normalEmail(" Ada@ACME.test ");
    expect(normalEmail(once)).toBe(once);
  });
});
