import { z } from "zod";

/** What a rule looks at: pages that were viewed, or links that led out. */
export const GOAL_KINDS = ["page", "outlink"] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** A goal that a workspace made for itself; its name in reports is `page:<id>`. */
export interface GoalRule {
  id: string;
  name: string;
  kind: GoalKind;
  /** A path (`/pricing`), or a host with a path (`calendly.com/acme`); `*` stands for anything. */
  pattern: string;
  createdAt: Date;
  /** Null while the conversions of the past are being looked for. */
  readyAt: Date | null;
}

/** What somebody fills in for a rule. */
export const goalRuleInput = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, "Enter a name: it is what reports will show.")
      .max(80, "Use a shorter name."),
    kind: z.enum(GOAL_KINDS, { error: "Choose a page or an outgoing link." }),
    pattern: z
      .string()
      .trim()
      .min(1, "Enter what to look for.")
      .max(500, "Use a shorter pattern; * stands for anything."),
  })
  .superRefine(({ kind, pattern }, context) => {
    const problem = patternProblem(kind, pattern);
    if (problem) context.addIssue({ code: "custom", path: ["pattern"], message: problem });
  });

export type GoalRuleInput = z.output<typeof goalRuleInput>;

function patternProblem(kind: GoalKind, pattern: string): string | null {
  if (/[?#\s]/.test(pattern)) return "Leave out spaces and what follows ? or #.";
  if (kind === "page" && !/^[/*]/.test(pattern)) return "Begin with / such as /pricing or /blog/*.";
  if (kind === "outlink" && /^https?:/i.test(pattern)) return "Leave out https://.";
  if (/^[*/]*$/.test(pattern) && pattern !== "/") return "This would match everything.";
  return null;
}

/**
 * A pattern for SQL's LIKE: `*` matches anything, everything else itself. A slash at the end does not
 * matter, so `/pricing` and `/pricing/` are one page.
 */
export function likePattern(pattern: string): string {
  const bare = pattern === "/" ? "" : pattern.replace(/(?<=.)\/$/, "");
  return bare.replaceAll(/[\\%_]/g, "\\$&").replaceAll("*", "%");
}
