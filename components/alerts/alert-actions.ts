import type { Condition } from "#lib/alerts/conditions.ts";
import type { Preview } from "#lib/alerts/preview.ts";
import type { RuleInput } from "#lib/alerts/rule-input.ts";
import type { ChannelTest } from "#lib/alerts/test-rule.ts";
import type { Problem } from "#lib/attempt.ts";

/** A rule that was saved; `secret` signs its outgoing webhook and is shown once. */
export interface Saved {
  id: string;
  secret: string | null;
}

/** What is previewed: no more of a rule than decides what it finds. */
export interface Previewed {
  conditions: readonly Condition[];
  cooldownMinutes: number;
  scope: RuleInput["scope"];
}

/** What the form of a rule can do; the page binds it to its workspace and rule. */
export interface RuleFormActions {
  save: (input: RuleInput) => Promise<Saved | Problem>;
  preview: (rule: Previewed) => Promise<Preview | Problem>;
}

export type TestAction = () => Promise<ChannelTest[] | Problem>;

/** Answers what stood in the way, or nothing. */
export type Change<A extends unknown[]> = (...args: A) => Promise<string | undefined>;
