import { z } from "zod";
import { sql } from "#lib/db/client.ts";

const row = z.object({ code: z.string() });

/**
 * The countries that visitors are in, two letters, by code. Each is a step in the index on
 * (workspaceId, countryCode, …), however many visitors there are.
 */
export async function listVisitorCountries(workspaceId: string): Promise<string[]> {
  const after = (code: string) => `SELECT v."countryCode" FROM visitor v
    WHERE v."workspaceId" = $1 AND v."countryCode" > ${code} ORDER BY v."countryCode" LIMIT 1`;
  const rows = await sql().query(
    `WITH RECURSIVE known AS (
       SELECT (${after("''")}) AS code
       UNION ALL
       SELECT (${after("known.code")}) FROM known WHERE known.code IS NOT NULL)
     SELECT code FROM known WHERE code ~ '^[A-Z]{2}$' ORDER BY code`,
    [workspaceId],
  );
  return rows.map((each) => row.parse(each).code);
}
