import type { NextRequest } from "next/server";
import NextAuth from "next-auth/next";
import { authOptions } from "#lib/auth/options.ts";
import { getCurrentUser } from "#lib/auth/session.ts";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth[0] !== "session") return handle(request, context);
  // next-auth would answer from the cookie alone; a revoked sign-in is nobody's.
  const user = await getCurrentUser();
  const body = user ? { user: { name: user.name, email: user.email } } : {};
  return Response.json(body, { headers: { "Cache-Control": "private, no-store" } });
}

export { handle as POST };
