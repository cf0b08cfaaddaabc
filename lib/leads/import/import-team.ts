import { FoyerError, isFoyerError } from "#lib/errors.ts";
import type { ImportRow } from "#lib/leads/import/read-import-row.ts";
import type { LeadChange } from "#lib/leads/lead-change.ts";
import { listTeam } from "#lib/leads/list-team.ts";
import { createTag, listTags } from "#lib/leads/tags/tags.ts";

const NOBODY = "none";

/** Turns the names in rows into ids: owners by their e-mail, tags by name, made where they are missing. */
export interface ImportTeam {
  /** What a row asks for, or what is wrong with it in words. */
  changeOf(row: ImportRow): Promise<LeadChange | string>;
}

/** The members and tags of a workspace as an import knows them. */
export async function loadImportTeam(workspaceId: string): Promise<ImportTeam> {
  const members = new Map(
    (await listTeam(workspaceId)).map(({ id, email }) => [email.toLowerCase(), id]),
  );
  let tags = await loadTags(workspaceId);
  const tagId = async (name: string): Promise<string> => {
    const known = tags.get(name.toLowerCase());
    if (known) return known;
    try {
      const id = await createTag(workspaceId, { name, color: "gray" });
      tags.set(name.toLowerCase(), id);
      return id;
    } catch (error) {
      if (!isFoyerError(error)) throw error;
      // Somebody else made it a moment ago, or there are too many.
      tags = await loadTags(workspaceId);
      const id = tags.get(name.toLowerCase());
      if (!id) throw new FoyerError("conflict", "There are too many tags.");
      return id;
    }
  };
  return {
    async changeOf({ owner, status, tags: names }) {
      const ownerId = owner === NOBODY ? null : owner ? members.get(owner) : undefined;
      if (owner && ownerId === undefined) return `Nobody in the workspace has the e-mail ${owner}.`;
      const addTagIds: string[] = [];
      for (const name of names) addTagIds.push(await tagId(name));
      return {
        ...(ownerId !== undefined && { ownerId }),
        ...(status && { status }),
        ...(addTagIds.length > 0 && { addTagIds }),
      };
    },
  };
}

async function loadTags(workspaceId: string): Promise<Map<string, string>> {
  return new Map((await listTags(workspaceId)).map(({ id, name }) => [name.toLowerCase(), id]));
}
