import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";
import { getJobFile } from "#lib/jobs/job-file.ts";

const HEADERS = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

interface Context {
  params: Promise<{ workspace: string; id: string }>;
}

/** A file that a job made for the caller, to be saved. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { workspace: slug, id } = await params;
    const { workspace, user } = await requireMemberForAction(slug, "leads.write");
    const file = await getJobFile(workspace.id, id);
    if (!file || file.userId !== user.id) {
      throw new FoyerError("not_found", "This file is no more. Files are kept for a week.");
    }
    return new Response(new Uint8Array(file.content), {
      headers: {
        ...HEADERS,
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename="${file.name.replace(/[^\w.-]+/g, "_")}"`,
      },
    });
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return new Response(error.message, { status: error.status, headers: HEADERS });
  }
}
