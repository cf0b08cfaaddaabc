import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import type { Span } from "./spans.ts";

const stampRow = z.object({ span: z.string(), stamp: z.string(), isValid: z.boolean() });

/** How far a span has changed so far, and whether what was added up for a kind is of that state. */
export interface Stamp {
  stamp: string;
  isValid: boolean;
}

/**
 * The stamps of spans, of the values of `stampValues`. A version only ever grows, and it grows in the transaction
 * of the change, so an equal sum over the hours that a span touches means that nothing in it has changed.
 */
export const STAMPS = `SELECT x.span, v.stamp::text AS stamp, coalesce(t.stamp = v.stamp, false) AS "isValid"
   FROM jsonb_to_recordset($4::text::jsonb) AS x(span text, start timestamptz, "end" timestamptz)
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(h.version), 0)::bigint AS stamp FROM attribution_hour h
     WHERE h."workspaceId" = $1 AND h.hour > x.start - interval '1 hour' AND h.hour < x."end"
   ) v
   LEFT JOIN attribution_tile t ON t."workspaceId" = $1 AND t.timezone = $2 AND t.kind = $3
     AND t.span = x.span`;

/** `$1` to `$4` of STAMPS: the tiles of a kind in a time zone. */
export function stampValues(
  workspaceId: string,
  timezone: string,
  kind: string,
  spans: readonly Span[],
): unknown[] {
  const list = spans.map(({ id, start, end }) => ({
    span: id,
    start: new Date(start),
    end: new Date(end),
  }));
  return [workspaceId, timezone, kind, JSON.stringify(list)];
}

/** The stamps of spans by their ids. */
export async function loadStamps(
  sql: Sql,
  workspaceId: string,
  timezone: string,
  kind: string,
  spans: readonly Span[],
): Promise<Map<string, Stamp>> {
  const rows = await sql.query(STAMPS, stampValues(workspaceId, timezone, kind, spans));
  return new Map(
    rows.map((row) => {
      const { span, ...stamp } = stampRow.parse(row);
      return [span, stamp];
    }),
  );
}
