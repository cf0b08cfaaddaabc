import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { isOwnForm } from "#lib/export/csv-response.ts";
import { exportPerson } from "#lib/inbox/export-person.ts";

type Context = { params: Promise<{ workspace: string; id: string }> };

/** All that is held on a visitor as one JSON file, for the menu of its page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const { workspace: slug, id } = await params;
    const { user, workspace } = await requireMemberForAction(slug, "privacy.manage");
    if (!isOwnForm(request)) return new Response("Not from this site.", { status: 403 });
    const held = await exportPerson(workspace.id, { actorId: user.id }, { visitorId: id });
    if (!held) return new Response("Nothing is held on this visitor.", { status: 404 });
    return new Response(JSON.stringify(held, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="person-${held.exportedAt.slice(0, 10)}.json"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    return new Response(error.message, { status: error.status });
  }
}
