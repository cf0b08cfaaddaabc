import type { Problem } from "#lib/attempt.ts";

export type Share = (draft: { name: string; days: number }) => Promise<{ link: string } | Problem>;

/** What somebody fills in for a mail. */
export interface MailDraft {
  name: string;
  rhythm: "weekly" | "monthly";
  day: number;
  hour: number;
  memberIds: readonly string[];
  addresses: readonly string[];
}

/** What can be done with a mail that there is; each answers what is wrong. */
export interface MailActions {
  pause: (id: string, isPaused: boolean) => Promise<string | undefined>;
  remove: (id: string) => Promise<string | undefined>;
  copy: (id: string) => Promise<string | undefined>;
}
