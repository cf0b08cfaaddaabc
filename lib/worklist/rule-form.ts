import { z } from "zod";
import { type RuleInput, ruleInput } from "#lib/worklist/assignment-rules.ts";

const text = z.string().max(5_000);

/** A rule as its form sends it. */
const typedRule = z.object({
  name: text,
  countries: text,
  industries: text,
  minEmployees: text,
  maxEmployees: text,
  domainEnding: text,
  memberIds: z.array(z.string()).max(50),
});

/** Reads a rule from its form: lists are parted by commas, empty fields ask for nothing. */
export function parseRuleForm(
  given: unknown,
): { rule: RuleInput } | { problems: Record<string, string> } {
  const typed = typedRule.safeParse(given);
  if (!typed.success) return { problems: { form: "This rule cannot be used." } };
  const { name, countries, industries, minEmployees, maxEmployees, domainEnding, memberIds } =
    typed.data;
  const parsed = ruleInput.safeParse({
    name,
    countries: listOf(countries),
    industries: listOf(industries),
    minEmployees: sizeOf(minEmployees),
    maxEmployees: sizeOf(maxEmployees),
    domainEnding: domainEnding.trim() || null,
    memberIds,
  });
  if (parsed.success) return { rule: parsed.data };
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) problems[String(path[0])] ??= message;
  return { problems };
}

function listOf(typed: string): string[] {
  return [...new Set(typed.split(",").map((one) => one.trim()))].filter(Boolean);
}

function sizeOf(typed: string): number | null {
  return typed.trim() === "" ? null : Number(typed.replace(/[, ]/g, ""));
}
