import type { ChannelRule } from "#lib/attribution/channel-rules/channel-rule.ts";
import type { ChannelPreview } from "#lib/attribution/channel-rules/preview.ts";

/** A rule while it is being written: nothing is checked yet. */
export interface RuleDraft {
  /** Tells rules apart while they move. */
  id: string;
  channel: string;
  conditions: readonly { id: string; field: string; pattern: string }[];
}

/** What can be done with rules; the page binds them to its workspace. */
export interface RuleActions {
  preview: (rules: unknown) => Promise<{ preview: ChannelPreview } | { problem: string }>;
  save: (rules: unknown, basedOn: number) => Promise<string | undefined>;
  /** Puts the rules of an earlier version in force again. */
  restore: (version: number, basedOn: number) => Promise<string | undefined>;
}

let made = 0;

function nextId(): string {
  made += 1;
  return `rule-${made}`;
}

export function emptyCondition() {
  return { id: nextId(), field: "source", pattern: "" };
}

export function emptyRule(): RuleDraft {
  return { id: nextId(), channel: "", conditions: [emptyCondition()] };
}

export function draftOf({ channel, conditions }: ChannelRule): RuleDraft {
  return { id: nextId(), channel, conditions: conditions.map((one) => ({ ...one, id: nextId() })) };
}

/** What is sent: without the ids. */
export function withoutIds(drafts: readonly RuleDraft[]) {
  return drafts.map(({ channel, conditions }) => ({
    channel,
    conditions: conditions.map(({ field, pattern }) => ({ field, pattern })),
  }));
}
