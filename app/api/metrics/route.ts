import { isMetricsToken, metricsText } from "#lib/process/metrics.ts";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  if (!isMetricsToken(request.headers.get("authorization"))) {
    return Response.json(
      { type: "about:blank", title: "A metrics token is needed.", status: 401 },
      { status: 401, headers: { "www-authenticate": "Bearer" } },
    );
  }
  const { text, contentType } = await metricsText();
  return new Response(text, {
    headers: { "content-type": contentType, "cache-control": "no-store" },
  });
}
