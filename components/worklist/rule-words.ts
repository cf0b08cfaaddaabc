import { countryName, formatNumber } from "#lib/format.ts";
import type { AssignmentRule } from "#lib/worklist/assignment-rules.ts";
import type { TypedRule } from "./assignment-actions.ts";

/** Which accounts a rule is for, in one line. */
export function ruleWords(rule: AssignmentRule): string {
  const { countries, industries, minEmployees, maxEmployees, domainEnding } = rule;
  const words = [
    countries.map((code) => countryName(code)).join(" or "),
    industries.join(" or "),
    sizeWords(minEmployees, maxEmployees),
    domainEnding && `domain ends in ${domainEnding}`,
  ].filter(Boolean);
  return words.join(" · ") || "Every account";
}

function sizeWords(min: number | null, max: number | null): string | null {
  if (min !== null && max !== null) return `${formatNumber(min)}–${formatNumber(max)} employees`;
  if (min !== null) return `${formatNumber(min)} employees or more`;
  return max === null ? null : `${formatNumber(max)} employees or fewer`;
}

/** A rule as its form shows it. */
export function typedRule(rule: AssignmentRule | null): TypedRule {
  return {
    name: rule?.name ?? "",
    countries: rule?.countries.join(", ") ?? "",
    industries: rule?.industries.join(", ") ?? "",
    minEmployees: rule?.minEmployees?.toString() ?? "",
    maxEmployees: rule?.maxEmployees?.toString() ?? "",
    domainEnding: rule?.domainEnding ?? "",
    memberIds: rule?.memberIds.slice() ?? [],
  };
}
