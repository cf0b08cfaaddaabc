import { z } from "zod";

/** What a note says: plain text, its line breaks kept. */
export const noteText = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim())
  .pipe(
    z.string().min(1, "Write something first.").max(10_000, "A note has at most 10,000 letters."),
  );

/** What a member writes: the text and who is named in it. */
export const noteInput = z.object({
  body: noteText,
  /** User ids; who is not named in the text or is no member is left out. */
  mentions: z.array(z.string().max(64)).max(50).default([]),
});

export type NoteInput = z.output<typeof noteInput>;

/** Who of `members` is named in a text as `@Name`. */
export function namedIn<T extends { name: string }>(text: string, members: readonly T[]): T[] {
  return members.filter(({ name }) => text.includes(`@${name}`));
}
