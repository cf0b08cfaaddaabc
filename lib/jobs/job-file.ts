import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newTimeId } from "#lib/ids.ts";

/** A file that a job reads or made, with the member it is for. Kept for a week. */
export interface JobFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
  userId: string | null;
}

/** Stores a file and returns its id. */
export async function saveJobFile(workspaceId: string, file: JobFile): Promise<string> {
  const at = now();
  const id = newTimeId("file", at);
  const content = new Uint8Array(file.content);
  await db().jobFile.create({
    data: { workspaceId, id, ...file, content, createdAt: new Date(at) },
  });
  return id;
}

/** A stored file; null when there is none of that id (any more). */
export async function getJobFile(workspaceId: string, id: string): Promise<JobFile | null> {
  const row = await db().jobFile.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!row) return null;
  const { name, mediaType, content, userId } = row;
  return { name, mediaType, content, userId };
}
