import { formatInstant } from "#lib/format.ts";
import type { IdentityCorrection } from "#lib/identity/list-corrections.ts";

/** What was corrected, in a sentence. `of` is the visitor whose page tells it; null on the list of all. */
export function correctionWords(one: IdentityCorrection, of: string | null, zone: string): string {
  const from = one.fromName ?? "Unnamed visitor";
  const into = one.intoName ?? "Unnamed visitor";
  if (one.kind === "merge") {
    return of === null ? `${from} merged into ${into}` : `Merged with ${from}`;
  }
  if (of !== null && of === one.intoId) return `${thing(one, zone)} came from ${from}`;
  const away = one.intoId ? `given to ${into}` : "taken away";
  return of === null ? `${thing(one, zone)} of ${from} ${away}` : `${thing(one, zone)} ${away}`;
}

function thing({ scope, ref, sessionAt }: IdentityCorrection, zone: string): string {
  if (scope === "session")
    return sessionAt ? `Session of ${formatInstant(sessionAt, zone)}` : "Session";
  return scope === "device" ? `Browser ${ref}` : `Event ${ref}`;
}
