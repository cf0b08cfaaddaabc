import { authenticate } from "#lib/api/authenticate.ts";
import type { Operation } from "#lib/api/operation.ts";
import { problemOf, problemResponse } from "#lib/api/problem.ts";
import { readJson } from "#lib/api/read-json.ts";

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
type Handlers = Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", Handler>;

/** The handlers of one address: its operations by method, and 405 for the other methods. */
export function serve(...operations: Operation[]): Handlers {
  const allowed = operations.map((operation) => operation.method).join(", ");
  const handlerOf = (method: string): Handler => {
    const operation = operations.find((known) => known.method === method);
    return operation ? (request, context) => answer(operation, request, context) : refuse;
  };
  async function refuse(request: Request): Promise<Response> {
    const detail = `${request.method} is not possible here, only ${allowed}.`;
    return problemResponse("method_not_allowed", 405, detail, undefined, { Allow: allowed });
  }
  return {
    GET: handlerOf("GET"),
    POST: handlerOf("POST"),
    PUT: handlerOf("PUT"),
    PATCH: handlerOf("PATCH"),
    DELETE: handlerOf("DELETE"),
  };
}

async function answer(
  operation: Operation,
  request: Request,
  context: { params: Promise<unknown> },
): Promise<Response> {
  try {
    const caller = await authenticate(request, operation.scope);
    const { searchParams } = new URL(request.url);
    const body = operation.body ? await readJson(request) : undefined;
    const result = await operation.run(caller, await context.params, searchParams, body);
    return Response.json(result, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return problemOf(error);
  }
}
