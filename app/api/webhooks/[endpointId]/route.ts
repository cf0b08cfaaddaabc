import { answerWebhook, problemText } from "#lib/inbox/door.ts";
import { bodyOf } from "#lib/inbox/read-body.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ endpointId: string }> };

// Reached only where Next runs without our own server, which answers this path before Next sees it.
async function handle(request: Request, { params }: Context): Promise<Response> {
  const answer = await answerWebhook({
    method: request.method,
    endpointId: (await params).endpointId,
    header: (name) => request.headers.get(name),
    body: bodyOf(request.body ?? emptyBody()),
  });
  const headers = new Headers({ ...answer.headers, "cache-control": "no-store" });
  headers.delete("connection");
  if (answer.message === null) return new Response(null, { status: answer.status, headers });
  headers.set("content-type", "application/problem+json");
  return new Response(problemText(answer), { status: answer.status, headers });
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
