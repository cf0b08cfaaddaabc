import { isJsonObject, type Json } from "#lib/json.ts";

const DETAILS = ["network", "options", "tenant", "landingTitle", "enrichments"];

/**
 * A payload without what happened in its session and from where: page views, IP address and place,
 * browser, screen, free options. That there was a visit, when, on what landing page and from which source
 * stays, since reports stand on it. Changes it in place; false where it has no session.
 */
export function dropVisit(payload: Json): boolean {
  const data = isJsonObject(payload) && isJsonObject(payload.data) ? payload.data : null;
  if (!data || !isJsonObject(data.session)) return false;
  const { session } = data;
  for (const name of DETAILS) delete session[name];
  if (Array.isArray(session.events)) session.events = [];
  // The schema asks for these two.
  session.userAgent = "";
  session.screen = { width: 0, height: 0 };
  return true;
}
