import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { TagInput } from "#lib/leads/tags/tag-input.ts";
import { selectRows } from "#lib/select.ts";

const MOST = 500;
const tagView = z.object({ id: z.string(), name: z.string(), color: z.string() });
const countedTag = tagView.extend({ visitors: whole });

export type TagView = z.output<typeof tagView>;
export type CountedTag = z.output<typeof countedTag>;

/** All tags of a workspace, by name. */
export async function listTags(workspaceId: string): Promise<TagView[]> {
  return selectRows(
    tagView,
    Prisma.sql`SELECT id, name, color FROM tag WHERE "workspaceId" = ${workspaceId} ORDER BY lower(name), id`,
  );
}

/** All tags with how many visitors carry each, up to 10,000. */
export async function listTagsWithUse(workspaceId: string): Promise<CountedTag[]> {
  return selectRows(
    countedTag,
    // visitor_tag_workspaceId_tagId_visitorId_idx
    Prisma.sql`SELECT t.id, t.name, t.color, (SELECT count(*) FROM (
        SELECT 1 FROM visitor_tag v WHERE v."workspaceId" = t."workspaceId" AND v."tagId" = t.id LIMIT 10000
      ) AS capped) AS visitors
      FROM tag t WHERE t."workspaceId" = ${workspaceId} ORDER BY lower(t.name), t.id`,
  );
}

/** Makes a tag and returns its id. `conflict` when there is one of that name, in whatever case. */
export async function createTag(workspaceId: string, { name, color }: TagInput): Promise<string> {
  const id = newId("tag");
  const made = await sql().query(
    `INSERT INTO tag ("workspaceId", "id", "name", "color")
     SELECT $1, $2, $3, $4
     WHERE NOT EXISTS (SELECT 1 FROM tag WHERE "workspaceId" = $1 AND lower(name) = lower($3))
       AND (SELECT count(*) FROM tag WHERE "workspaceId" = $1) < ${MOST}
     ON CONFLICT DO NOTHING RETURNING 1`,
    [workspaceId, id, name, color],
  );
  if (made.length === 0) throw taken(name);
  return id;
}

/** Renames a tag or gives it another colour; visitors keep it. */
export async function editTag(
  workspaceId: string,
  id: string,
  { name, color }: TagInput,
): Promise<void> {
  const rows = await sql().query(
    `SELECT id FROM tag WHERE "workspaceId" = $1 AND lower(name) = lower($2) AND id <> $3`,
    [workspaceId, name, id],
  );
  if (rows.length > 0) throw taken(name);
  const found = await sql().query(
    `UPDATE tag SET name = $3, color = $4 WHERE "workspaceId" = $1 AND id = $2 RETURNING 1`,
    [workspaceId, id, name, color],
  );
  if (found.length === 0) throw new FoyerError("not_found", "This tag is no more.");
}

/** Deletes a tag and takes it off every visitor. */
export async function deleteTag(workspaceId: string, id: string): Promise<void> {
  await sql().transaction(async (tx) => {
    // First the tag: whoever puts it on a visitor holds it and is waited for.
    await tx.query(`DELETE FROM tag WHERE "workspaceId" = $1 AND id = $2`, [workspaceId, id]);
    await tx.query(`DELETE FROM visitor_tag WHERE "workspaceId" = $1 AND "tagId" = $2`, [
      workspaceId,
      id,
    ]);
  });
}

function taken(name: string): FoyerError {
  return new FoyerError(
    "conflict",
    `There is a tag “${name}” already, or there are ${MOST} tags.`,
    {
      field: "name",
    },
  );
}
