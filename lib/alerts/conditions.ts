import { z } from "zod";

export const ALERT_STAGES = ["identified", "qualified", "enriched", "valid_email"] as const;
export const ALERT_VALIDITIES = [
  "valid",
  "valid_catch_all",
  "catch_all",
  "invalid",
  "unknown",
] as const;
const MAX_CONDITIONS = 12;

const words = z.string().trim().min(1, "Enter what to look for.").max(200);
const wholeNumber = z.coerce.number<unknown>("Enter a number.").int("Enter a whole number.");

/** One thing that has to hold. Words are compared without regard to case; `*` in a path is anything. */
export const condition = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("stage"), stage: z.enum(ALERT_STAGES) }),
  z.strictObject({
    is: z.literal("page"),
    path: words.startsWith("/", "Begin with a slash, such as /pricing*."),
  }),
  z.strictObject({ is: z.literal("returnVisit"), visits: wholeNumber.min(2).max(1_000) }),
  z.strictObject({ is: z.literal("campaign"), text: words }),
  z.strictObject({ is: z.literal("source"), text: words }),
  z.strictObject({
    is: z.literal("companySize"),
    min: wholeNumber.min(0).max(100_000_000).nullable(),
    max: wholeNumber.min(0).max(100_000_000).nullable(),
  }),
  z.strictObject({ is: z.literal("industry"), text: words }),
  z.strictObject({ is: z.literal("title"), text: words }),
  z.strictObject({
    is: z.literal("country"),
    codes: z
      .array(z.string().regex(/^[A-Z]{2}$/, "Use two-letter codes such as DE."))
      .min(1, "Enter a country.")
      .max(50),
  }),
  z.strictObject({ is: z.literal("score"), min: wholeNumber.min(1).max(100) }),
  z.strictObject({
    is: z.literal("validity"),
    among: z.array(z.enum(ALERT_VALIDITIES)).min(1, "Choose at least one."),
  }),
  z.strictObject({ is: z.literal("owner"), who: z.enum(["me", "nobody", "somebody"]) }),
]);

export type Condition = z.output<typeof condition>;

/** The conditions of a rule: all of them have to hold, each kind is there once. */
export const conditions = z
  .array(condition)
  .min(1, "Add at least one condition, or the rule would fire for everybody.")
  .max(MAX_CONDITIONS)
  .refine((all) => new Set(all.map(({ is }) => is)).size === all.length, {
    message: "Use each kind of condition once.",
  })
  .refine(
    (all) => all.every((one) => one.is !== "companySize" || one.min !== null || one.max !== null),
    { message: "Enter the smallest or the largest size." },
  );

// These are about what somebody did in one visit; the others are about who they are.
const OF_A_VISIT: readonly Condition["is"][] = ["page", "returnVisit", "campaign", "source"];

/**
 * What a rule waits for: a stage when it asks for one and for nothing that happens in a visit, else
 * visits.
 */
export function triggerKind(all: readonly Condition[]): "stage" | "visit" {
  const asksForStage = all.some(({ is }) => is === "stage");
  return asksForStage && !all.some(({ is }) => OF_A_VISIT.includes(is)) ? "stage" : "visit";
}
