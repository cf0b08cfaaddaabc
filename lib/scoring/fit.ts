import { formatNumber } from "#lib/format.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";

/** What is known of a company that says whether it is wanted. */
export interface CompanyTraits {
  employeeCount: number | null;
  industry: string | null;
  countryCode: string | null;
}

/** What is known of a person that says so. */
export interface FitTraits {
  jobTitle: string | null;
  countryCode: string | null;
  company: CompanyTraits | null;
}

/** One factor of the fit. It is 1 where nothing is known or no rule holds. */
export interface FitFactor {
  name: string;
  factor: number;
  why: string;
}

type FitRules = ScoreRules["fit"];

/** The factors of the fit, always four and in this order. */
export function fitFactors(rules: FitRules, traits: FitTraits): FitFactor[] {
  const { company } = traits;
  return [
    sizeFactor(rules, company?.employeeCount ?? null),
    industryFactor(rules, company?.industry ?? null),
    countryFactor(rules, traits.countryCode ?? company?.countryCode ?? null),
    seniorityFactor(rules, traits.jobTitle),
  ];
}

/** All factors multiplied. */
export function fitOf(rules: FitRules, traits: FitTraits): number {
  return fitFactors(rules, traits).reduce((product, { factor }) => product * factor, 1);
}

/** True when two states of a company's traits give its people the same fit. */
export function isSameFit(rules: FitRules, a: CompanyTraits, b: CompanyTraits): boolean {
  const factors = (company: CompanyTraits) =>
    fitFactors(rules, { jobTitle: null, countryCode: null, company }).map(({ factor }) => factor);
  const other = factors(b);
  return factors(a).every((factor, i) => factor === other[i]);
}

function neutral(name: string, why: string): FitFactor {
  return { name, factor: 1, why };
}

function sizeFactor(rules: FitRules, employees: number | null): FitFactor {
  const label = "Company size";
  if (employees === null) return neutral(label, "Not known, so it counts neither way");
  const band = rules.companySize.find(
    ({ from, to }) => employees >= from && (to === null || employees <= to),
  );
  const people = `${formatNumber(employees)} ${employees === 1 ? "employee" : "employees"}`;
  if (!band) return neutral(label, `${people}: no rule for it`);
  return { name: label, factor: band.factor, why: `${people}: × ${band.factor}` };
}

function industryFactor(rules: FitRules, industry: string | null): FitFactor {
  const label = "Industry";
  if (industry === null) return neutral(label, "Not known, so it counts neither way");
  const rule = rules.industries.find(({ words }) => hasWord(industry, words));
  if (!rule) return neutral(label, `${industry}: no rule for it`);
  return { name: label, factor: rule.factor, why: `${industry} (${rule.name}): × ${rule.factor}` };
}

function countryFactor(rules: FitRules, code: string | null): FitFactor {
  const label = "Country";
  if (code === null) return neutral(label, "Not known, so it counts neither way");
  const rule = rules.countries.find(({ codes }) => codes.includes(code.toUpperCase()));
  if (!rule) return neutral(label, `${code.toUpperCase()}: no rule for it`);
  return {
    name: label,
    factor: rule.factor,
    why: `${code.toUpperCase()} (${rule.name}): × ${rule.factor}`,
  };
}

function seniorityFactor(rules: FitRules, jobTitle: string | null): FitFactor {
  const label = "Seniority";
  if (jobTitle === null) return neutral(label, "No job title is known, so it counts neither way");
  const rule = rules.seniority.find(({ words }) => hasWord(jobTitle, words));
  if (!rule) return neutral(label, `“${jobTitle}”: no rule for it`);
  return {
    name: label,
    factor: rule.factor,
    why: `“${jobTitle}” (${rule.name}): × ${rule.factor}`,
  };
}

/** True when one of the words, or groups of words, stands in the text as whole words. */
export function hasWord(text: string, words: readonly string[]): boolean {
  const padded = spaced(text);
  return words.some((word) => padded.includes(spaced(word)) && spaced(word) !== "  ");
}

function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
