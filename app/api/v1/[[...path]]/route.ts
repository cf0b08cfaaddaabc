import { problemResponse } from "#lib/api/problem.ts";

/** Whatever no other route of the API knows. */
export async function GET(): Promise<Response> {
  return problemResponse("not_found", 404, "There is nothing at this address of the API.");
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
