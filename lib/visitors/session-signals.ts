import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const RECENT = 20;

const row = z.object({
  country: z.string().nullable(),
  botScore: z.number().nullable(),
  isCorporateProxy: z.boolean(),
});

/** What the recent sessions of a visitor say about the browser behind them (see confidence.ts). */
export async function getSessionSignals(
  workspaceId: string,
  visitorId: string,
): Promise<{ sessionCountries: string[]; botScore: number | null; isCorporateProxy: boolean }> {
  const rows = await selectRows(
    row,
    Prisma.sql`SELECT upper(s.facts->'fields'->'network.country'->>0) AS country,
        CASE WHEN jsonb_typeof(s.facts->'fields'->'network.botManagement.score'->0) = 'number'
          THEN (s.facts->'fields'->'network.botManagement.score'->>0)::float8 END AS "botScore",
        coalesce(s.facts->'fields'->'network.botManagement.corporateProxy'->0 = 'true'::jsonb, false) AS "isCorporateProxy"
      FROM session s WHERE s."workspaceId" = ${workspaceId} AND s."visitorId" = ${visitorId}
      ORDER BY s."createdAt" DESC, s.sid DESC LIMIT ${RECENT}`,
  );
  const countries = rows.map((found) => found.country).filter((code) => code !== null);
  return {
    sessionCountries: [...new Set(countries)],
    botScore: rows.find((found) => found.botScore !== null)?.botScore ?? null,
    isCorporateProxy: rows[0]?.isCorporateProxy ?? false,
  };
}
