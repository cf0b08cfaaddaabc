import { now } from "#lib/clock.ts";
import type { OpenExport } from "#lib/export/open-export.ts";

/** An export as a download. `x-foyer-rows` is the number of rows of the list. */
export function csvResponse(name: string, { total, stream }: OpenExport): Response {
  const day = new Date(now()).toISOString().slice(0, 10);
  return new Response(stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}-${day}.csv"`,
      // Nothing between here and the browser may keep it or wait until it is complete.
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
      "x-foyer-rows": String(total),
    },
  });
}

/**
 * True when a form of our own pages was sent. The cookie stays away from other sites' forms already;
 * this is the second lock.
 */
export function isOwnForm(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}
