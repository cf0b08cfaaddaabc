import { ABSENT } from "#lib/format.ts";

/** "google / cpc", the way marketers write where a session came from. */
export function touchWords(touch: { source: string | null; medium: string | null }): string {
  if (touch.source === null && touch.medium === null) return ABSENT;
  return `${touch.source ?? ABSENT} / ${touch.medium ?? ABSENT}`;
}
