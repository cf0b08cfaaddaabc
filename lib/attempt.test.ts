import { expect, test } from "vitest";
import { z } from "zod";
import { attempt, checked, problemOf } from "#lib/attempt.ts";
import { FoyerError } from "#lib/errors.ts";

const draft = z.object({
  name: z.string().trim().min(1, "Enter a name."),
  addresses: z.array(z.email("This is no address.")),
});
const whole = { name: " Leads ", addresses: ["ada@acme.test"] };

test("what the work answers is answered", async () => {
  expect(await attempt(async () => checked(draft, whole))).toEqual({ ...whole, name: "Leads" });
  expect(await problemOf(async () => "done")).toBeUndefined();
});

test("an expected failure is told in words, with the field that is to blame", async () => {
  const refused = async () => {
    throw new FoyerError("conflict", "There is one already.");
  };
  expect(await attempt(refused)).toEqual({ problem: "There is one already." });
  expect(await problemOf(refused)).toBe("There is one already.");
  expect(await attempt(async () => checked(draft, { ...whole, name: "" }))).toEqual({
    problem: "Enter a name.",
    field: "name",
  });
  expect(await attempt(async () => checked(draft, { ...whole, addresses: ["ada"] }))).toEqual({
    problem: "This is no address.",
    field: "addresses.0",
  });
});

test("any other failure is thrown on", async () => {
  const broken = async () => draft.parse(null);
  await expect(attempt(broken)).rejects.toThrow(z.ZodError);
  await expect(problemOf(broken)).rejects.toThrow(z.ZodError);
});
