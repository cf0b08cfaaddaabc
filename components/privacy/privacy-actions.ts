/** What a look at the suppression list answers. */
export type Found = { problem: string } | { value: string; since: string | null };

/** What stood in the way, in words; nothing when it is done. */
export type Outcome = Promise<string | undefined>;
