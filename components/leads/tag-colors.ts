/** The colours of tags and what they look like; a word that is none of them is gray. */
export const TAG_LOOK: Readonly<Record<string, string>> = {
  gray: "bg-hover",
  blue: "bg-tint-1",
  green: "bg-tint-2",
  amber: "bg-tint-3",
  pink: "bg-tint-4",
  violet: "bg-tint-5",
  cyan: "bg-tint-6",
};

export function tagLook(color: string): string {
  return TAG_LOOK[color] ?? "bg-hover";
}
