import { z } from "zod";
import type { GoalSource } from "./goal-source.ts";

/** Head counts of a company, both ends included; null has no end. */
const SIZES = {
  "1-10": [1, 10],
  "11-50": [11, 50],
  "51-200": [51, 200],
  "201-500": [201, 500],
  "501-1000": [501, 1_000],
  "1001-5000": [1_001, 5_000],
  "5001+": [5_001, null],
} as const satisfies Record<string, readonly [number, number | null]>;

/** What stands for a fact that is not known. */
export const UNKNOWN = "unknown";

/** The company sizes that a report can be narrowed down to (a closed list that Object.keys types as strings). */
export const COMPANY_SIZES = [...(Object.keys(SIZES) as (keyof typeof SIZES)[]), UNKNOWN] as const;

const STAGES = ["resolved", "qualified", "enriched"] as const;

/** What narrows a report down to some visitors, as they stand today. All of it holds for one and the same visitor. */
export const visitorFilterParams = {
  companySize: z
    .enum(COMPANY_SIZES, { error: `must be one of ${COMPANY_SIZES.join(", ")}` })
    .optional()
    .meta({ description: "Employees of the visitor's company; unknown also without a company." }),
  country: z
    .string()
    .regex(/^([A-Za-z]{2}|unknown)$/, { error: "must be two letters such as DE, or unknown" })
    .transform((code) => (code === UNKNOWN ? code : code.toUpperCase()))
    .optional()
    .meta({ description: "The visitor's country, two letters; or unknown." }),
  validity: z
    .string()
    .regex(/^[\w-]{1,64}$/, { error: "must be a word such as valid or unknown" })
    .optional()
    .meta({
      description: "Of the primary e-mail: valid, invalid, catch_all, …; unknown for none.",
    }),
  stage: z
    .enum(STAGES, { error: `must be one of ${STAGES.join(", ")}` })
    .optional()
    .meta({ description: "The stage that the visitor is at." }),
};

const filters = z.object(visitorFilterParams);

/** Which visitors; a filter that is not there narrows nothing. */
export type VisitorFilters = z.output<typeof filters>;

/** Names of the filters, as URLs use them (a closed list that Object.keys types as strings). */
export const FILTER_NAMES = Object.keys(visitorFilterParams) as (keyof VisitorFilters)[];

/** True when a report is narrowed down to some visitors. */
export function isFiltered(query: VisitorFilters): boolean {
  return FILTER_NAMES.some((name) => query[name] !== undefined);
}

/** Takes a value of a statement in the making and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** The values of a statement, and how more are bound to it. */
export function binding(values: unknown[]): Bind {
  return (value) => `$${values.push(value)}`;
}

/** The conditions on a visitor `v` of the workspace `$1`; TRUE without a filter. */
function visitorCondition(query: VisitorFilters, bind: Bind): string {
  const { companySize, country, validity, stage } = query;
  const all: string[] = [];
  if (stage) all.push(`v.stage = ${bind(stage)}`);
  if (country === UNKNOWN) all.push(`coalesce(v."countryCode", '') = ''`);
  else if (country) all.push(`v."countryCode" = ${bind(country)}`);
  if (validity === UNKNOWN) all.push(`coalesce(v.validity, 'unknown') = 'unknown'`);
  else if (validity) all.push(`v.validity = ${bind(validity)}`);
  if (companySize) all.push(sizeCondition(companySize, bind));
  return all.join(" AND ") || "TRUE";
}

function sizeCondition(size: (typeof COMPANY_SIZES)[number], bind: Bind): string {
  const company = `SELECT 1 FROM company c WHERE c."workspaceId" = $1 AND c.id = v."companyId"`;
  if (size === UNKNOWN) return `NOT EXISTS (${company} AND c."employeeCount" >= 1)`;
  const [least, most] = SIZES[size];
  const upTo = most === null ? "" : ` AND c."employeeCount" <= ${bind(most)}`;
  return `EXISTS (${company} AND c."employeeCount" >= ${bind(least)}${upTo})`;
}

/** The condition by which a session `s` is of a visitor that fits; TRUE without a filter. */
export function sessionFits(query: VisitorFilters, bind: Bind): string {
  if (!isFiltered(query)) return "TRUE";
  return `s."visitorId" IN (SELECT v.id FROM visitor v
    WHERE v."workspaceId" = $1 AND ${visitorCondition(query, bind)})`;
}

/** The condition by which whoever converted in `g` is, or has, a visitor that fits; TRUE without a filter. */
export function conversionFits(query: VisitorFilters, source: GoalSource, bind: Bind): string {
  if (!isFiltered(query)) return "TRUE";
  return `EXISTS (SELECT 1 FROM visitor v
    WHERE v."workspaceId" = $1 AND ${source.ownVisitor} AND ${visitorCondition(query, bind)})`;
}
