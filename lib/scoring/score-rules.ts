import { z } from "zod";

const factor = z
  .number("Enter a number.")
  .min(0.1, "A factor is at least 0.1.")
  .max(10, "A factor is at most 10.");
const points = z
  .number("Enter a number.")
  .min(0, "Points are not negative.")
  .max(1_000, "At most 1,000 points.");
const count = z.int("Enter a whole number.").min(1, "At least 1.").max(200, "At most 200.");
const name = z.string().trim().min(1, "Give it a name.").max(60, "At most 60 characters.");
const words = z
  .array(z.string().trim().min(1).max(80))
  .min(1, "Enter at least one.")
  .max(100, "At most 100.");

/** Who is wanted: each rule multiplies. What is not known multiplies by 1. */
const fitRules = z.object({
  /** By number of employees, both ends included; `to` null is "and more". The first that holds counts. */
  companySize: z
    .array(
      z
        .object({
          from: z.int("Enter a whole number.").min(0).max(100_000_000),
          to: z.int("Enter a whole number.").min(0).max(100_000_000).nullable(),
          factor,
        })
        .refine((band) => band.to === null || band.to >= band.from, {
          path: ["to"],
          message: "Not less than where it begins.",
        }),
    )
    .max(20),
  /** By words of the company's industry. The first that holds counts. */
  industries: z.array(z.object({ name, words, factor })).max(30),
  /** By the person's country, else the company's: two-letter codes. The first that holds counts. */
  countries: z
    .array(
      z.object({
        name,
        codes: z
          .array(z.string().regex(/^[A-Z]{2}$/, "Use two-letter codes such as DE, US."))
          .min(1, "Enter at least one.")
          .max(250),
        factor,
      }),
    )
    .max(30),
  /** By words of the job title. The first that holds counts. */
  seniority: z.array(z.object({ name, words, factor })).max(30),
});

/** What was done: points add up, and fade with time. */
const intentRules = z.object({
  /** `*` in a path stands for anything. A view counts for the first rule that it matches, the latest ones first. */
  pages: z
    .array(
      z.object({
        name,
        path: z
          .string()
          .trim()
          .max(200, "At most 200 characters.")
          .regex(/^[/*]/, "A path begins with / (or with *)."),
        points,
        atMost: count,
      }),
    )
    .max(50),
  /** Of each session, whatever its pages are. */
  depth: z.object({ perPage: points, maxPages: count, perMinute: points, maxMinutes: count }),
  /** Each session after the first. */
  returnVisit: points,
  qualified: points,
  enriched: points,
  validEmail: points,
});

const weight = z.number("Enter a number.").min(0, "Not less than 0.").max(10, "At most 10.");

/** What an outcome does: points at its time, and while it is the latest, what it weighs the rest by. */
const outcomeEffect = z.object({ points, earlier: weight, later: weight });

const NO_EFFECT = { points: 0, earlier: 1, later: 1 };

const outcomeRules = z.object({
  meeting: outcomeEffect,
  opportunity: outcomeEffect,
  won: outcomeEffect,
  lost: outcomeEffect,
  not_a_fit: outcomeEffect,
});

/**
 * The rules that a score is made by (docs/scoring.md). Stored rules are read by it with every projection, so
 * it may only grow by fields with a default, and never become stricter.
 */
export const scoreRules = z.object({
  fit: fitRules,
  intent: intentRules,
  /** What came of an account. Rules that were saved before there were any of this kind have none. */
  outcomes: outcomeRules.default({
    meeting: NO_EFFECT,
    opportunity: NO_EFFECT,
    won: NO_EFFECT,
    lost: NO_EFFECT,
    not_a_fit: NO_EFFECT,
  }),
  /** After so many days what was done counts half. */
  halfLifeDays: z
    .number("Enter a number.")
    .min(1, "At least one day.")
    .max(365, "At most 365 days."),
  /** This many points make a score of 50. */
  midpoint: z.number("Enter a number.").min(1, "At least 1.").max(10_000, "At most 10,000."),
});

export type ScoreRules = z.output<typeof scoreRules>;

/** The rules of a workspace that has made none of its own. Changing them needs a recompute everywhere. */
export const DEFAULT_RULES: ScoreRules = {
  fit: {
    companySize: [
      { from: 1, to: 10, factor: 0.8 },
      { from: 11, to: 50, factor: 1 },
      { from: 51, to: 200, factor: 1.2 },
      { from: 201, to: 1_000, factor: 1.4 },
      { from: 1_001, to: 5_000, factor: 1.3 },
      { from: 5_001, to: null, factor: 1.1 },
    ],
    industries: [],
    countries: [],
    seniority: [
      {
        name: "Intern or student",
        words: ["intern", "student", "trainee", "werkstudent"],
        factor: 0.6,
      },
      {
        name: "Founder or C-level",
        words: [
          "founder",
          "co-founder",
          "owner",
          "chief",
          "ceo",
          "cto",
          "cfo",
          "coo",
          "cmo",
          "cro",
          "cio",
        ],
        factor: 1.5,
      },
      {
        name: "Vice president",
        words: ["vp", "svp", "evp", "vice president", "president"],
        factor: 1.4,
      },
      { name: "Director or head", words: ["director", "head", "head of"], factor: 1.3 },
      { name: "Manager or lead", words: ["manager", "lead", "principal"], factor: 1.15 },
    ],
  },
  intent: {
    pages: [
      { name: "Pricing page", path: "/pricing*", points: 6, atMost: 5 },
      { name: "Demo page", path: "/demo*", points: 10, atMost: 2 },
      { name: "Contact page", path: "/contact*", points: 8, atMost: 2 },
      { name: "Customer stories", path: "/customers*", points: 3, atMost: 4 },
    ],
    depth: { perPage: 1, maxPages: 10, perMinute: 1, maxMinutes: 10 },
    returnVisit: 4,
    qualified: 2,
    enriched: 2,
    validEmail: 3,
  },
  outcomes: {
    meeting: { points: 6, earlier: 1, later: 1 },
    opportunity: { points: 10, earlier: 1, later: 1 },
    won: NO_EFFECT,
    lost: { points: 0, earlier: 0.5, later: 1 },
    not_a_fit: { points: 0, earlier: 0.1, later: 0.1 },
  },
  halfLifeDays: 14,
  midpoint: 40,
};
