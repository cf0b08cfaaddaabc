import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { csvResponse, isOwnForm } from "#lib/export/csv-response.ts";
import { parseExportForm } from "#lib/export/export-request.ts";
import { openExport } from "#lib/export/open-export.ts";
import { visitorExport } from "#lib/export/visitor-csv.ts";
import { visitorListParams } from "#lib/visitors/search-params.ts";

type Context = { params: Promise<{ workspace: string }> };

const exportParams = visitorListParams.omit({ limit: true, cursor: true }).strict();

/** The visitors of a list as CSV, for the form of the export dialog. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const slug = (await params).workspace;
    const { user, workspace } = await requireMemberForAction(slug, "visitors.read");
    if (!isOwnForm(request)) return new Response("Not from this site.", { status: 403 });
    const wanted = parseExportForm(await request.formData(), exportParams);
    const opened = await openExport(await visitorExport(workspace.id, wanted));
    const { query, columns, withInvalid } = wanted;
    await recordAudit(workspace.id, user.id, "visitors.export", null, {
      query,
      columns,
      withInvalid,
      chosen: wanted.ids !== null,
      rows: opened.total,
    });
    return csvResponse("visitors", opened);
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return new Response(error.message, { status: error.status });
  }
}
