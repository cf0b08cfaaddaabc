import { headers } from "next/headers";

/**
 * Who is asking, for the rate limit and the list of sign-ins. The server in front of Next replaces
 * `x-forwarded-for` by the address that it trusts, so the last entry is not the browser's to choose.
 */
export async function requestOrigin(): Promise<{ address: string; userAgent: string | null }> {
  const all = await headers();
  return { address: addressOf(all.get("x-forwarded-for")), userAgent: all.get("user-agent") };
}

/** The client's address from an `x-forwarded-for` that our own server wrote. */
export function addressOf(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
