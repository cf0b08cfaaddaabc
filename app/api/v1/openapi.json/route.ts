import { buildOpenApi } from "#lib/api/openapi.ts";

/** The description of the API is public: it holds no data. */
export function GET(): Response {
  return Response.json(buildOpenApi(), { headers: { "Cache-Control": "no-store" } });
}
