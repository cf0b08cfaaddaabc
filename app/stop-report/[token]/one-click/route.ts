import { stopMail } from "#lib/attribution/scheduled/stop.ts";
import { env } from "#lib/env.ts";

type Context = { params: Promise<{ token: string }> };

/** The click of a mail program on its reader's behalf (RFC 8058). The same answer for every token. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  await stopMail((await params).token);
  return new Response(null, { status: 204 });
}

/** Mail programs without one click open the address: the page asks. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const location = `${env().APP_URL}/stop-report/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location } });
}
