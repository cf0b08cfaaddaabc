import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";
import { bodyOf } from "#lib/inbox/read-body.ts";
import { saveJobFile } from "#lib/jobs/job-file.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { IMPORT_LEADS } from "#lib/leads/import/import-leads.ts";

const MAX_BYTES = 10 * 1024 * 1024;
const init = { headers: { "cache-control": "private, no-store" } };

interface Context {
  params: Promise<{ workspace: string }>;
}

/**
 * Takes a CSV file as the body and starts its import. Only `text/csv`: a page of another site can't
 * send that without asking us first.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const { workspace, user } = await requireMemberForAction(
      (await params).workspace,
      "leads.write",
    );
    if (!request.headers.get("content-type")?.startsWith("text/csv") || !request.body) {
      throw new FoyerError("invalid_request", "Send a CSV file.");
    }
    const read = await bodyOf(request.body).read(MAX_BYTES, null);
    if (!read.ok && read.reason === "too_large") {
      throw new FoyerError("payload_too_large", "The file has more than 10 MB. Split it.");
    }
    if (!read.ok)
      throw new FoyerError("invalid_request", "The file did not arrive whole. Try again.");
    const file = {
      name: "import.csv",
      mediaType: "text/csv",
      content: read.bytes,
      userId: user.id,
    };
    const fileId = await saveJobFile(workspace.id, file);
    const jobId = await startJob(workspace.id, user.id, IMPORT_LEADS, { fileId });
    return Response.json({ jobId }, init);
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return Response.json({ problem: error.message }, { ...init, status: error.status });
  }
}
