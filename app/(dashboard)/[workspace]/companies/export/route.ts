import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { companyListParams } from "#lib/companies/search-params.ts";
import { isFoyerError } from "#lib/errors.ts";
import { companyExport } from "#lib/export/company-csv.ts";
import { csvResponse, isOwnForm } from "#lib/export/csv-response.ts";
import { parseExportForm } from "#lib/export/export-request.ts";
import { openExport } from "#lib/export/open-export.ts";

type Context = { params: Promise<{ workspace: string }> };

const exportParams = companyListParams.omit({ limit: true, cursor: true }).strict();

/** The companies of a list as CSV, for the form of the export dialog. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const slug = (await params).workspace;
    const { user, workspace } = await requireMemberForAction(slug, "companies.read");
    if (!isOwnForm(request)) return new Response("Not from this site.", { status: 403 });
    const wanted = parseExportForm(await request.formData(), exportParams);
    const opened = await openExport(companyExport(workspace.id, wanted));
    const { query, columns } = wanted;
    await recordAudit(workspace.id, user.id, "companies.export", null, {
      query,
      columns,
      chosen: wanted.ids !== null,
      rows: opened.total,
    });
    return csvResponse("companies", opened);
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return new Response(error.message, { status: error.status });
  }
}
