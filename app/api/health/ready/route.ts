import { readiness } from "#lib/process/readiness.ts";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const report = await readiness();
  const status = report.status === "ok" ? 200 : 503;
  return Response.json(report, { status, headers: { "cache-control": "no-store" } });
}
