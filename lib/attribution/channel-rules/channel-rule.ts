import { z } from "zod";

/** What a rule may look at. */
export const CHANNEL_FIELDS = [
  "source",
  "medium",
  "campaign",
  "term",
  "content",
  "referrer",
  "landing_page",
] as const;
export type ChannelField = (typeof CHANNEL_FIELDS)[number];

/** All conditions must hold; upper and lower case do not matter, `*` stands for anything. */
export const channelRule = z.object({
  channel: z
    .string()
    .trim()
    .min(1, "Enter the channel that such sessions get.")
    .max(60, "Use a shorter name for the channel."),
  conditions: z
    .array(
      z.object({
        field: z.enum(CHANNEL_FIELDS, { error: "Choose what to look at." }),
        pattern: z
          .string()
          .trim()
          .min(1, "Enter what to look for; * stands for anything.")
          .max(300, "Use a shorter pattern."),
      }),
    )
    .min(1, "A rule needs a condition.")
    .max(5, "Use at most five conditions in a rule."),
});

export const channelRuleList = z.array(channelRule).max(100, "Use at most 100 rules.");

export type ChannelRule = z.output<typeof channelRule>;

/** What a session says, as rules see it; null for what is missing. */
export type ChannelHints = Record<ChannelField, string | null>;

/** Ordered rules made ready: answers the channel of the first that fits, or null. */
export type ChannelMatcher = (hints: ChannelHints) => string | null;

/** Makes rules ready, once for many sessions. */
export function channelMatcher(rules: readonly ChannelRule[]): ChannelMatcher {
  const ready = rules.map(({ channel, conditions }) => ({
    channel,
    conditions: conditions.map(({ field, pattern }) => ({ field, pattern: patternOf(pattern) })),
  }));
  return (hints) =>
    ready.find(({ conditions }) =>
      conditions.every(({ field, pattern }) => pattern.test(bare(hints[field]))),
    )?.channel ?? null;
}

function bare(value: string | null): string {
  return (value ?? "").replace(/(?<=.)\/$/, "");
}

function patternOf(pattern: string): RegExp {
  const parts = bare(pattern)
    .split("*")
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "is");
}
