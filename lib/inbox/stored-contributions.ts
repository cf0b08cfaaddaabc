import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import type { Contribution } from "#lib/events/contribution.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { BODY_TEXT, parseStoredBody } from "#lib/inbox/parse-body.ts";

const bodyRow = z.object({ webhookId: z.string(), bodyHash: z.string(), body: z.string() });

// Bodies may have 1 MiB each.
const PAGE = 100;

/** What the events of deliveries say, page by page, read from their bodies. */
export async function* readStored(
  sql: Sql,
  workspaceId: string,
  deliveryIds: readonly string[],
): AsyncGenerator<Contribution[]> {
  for (let from = 0; from < deliveryIds.length; from += PAGE) {
    const rows = await sql.query(
      `SELECT d."webhookId", d."bodyHash", ${BODY_TEXT} FROM delivery d
       JOIN delivery_body b ON b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id"
       WHERE d."workspaceId" = $1 AND d."id" = ANY($2::text[]) ORDER BY d."id"`,
      [workspaceId, deliveryIds.slice(from, from + PAGE)],
    );
    yield rows.flatMap((row) => {
      const { webhookId, bodyHash, body } = bodyRow.parse(row);
      const parsed = parseStoredBody(body);
      const reading = parsed.ok
        ? contributionOf(parsed.value, { webhookId, hash: bodyHash })
        : null;
      return reading?.ok ? [reading.contribution] : [];
    });
  }
}
