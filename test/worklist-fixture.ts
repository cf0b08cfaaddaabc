import { expect } from "vitest";
import { db } from "#lib/db/client.ts";
import { countAccounts, listAccounts } from "#lib/worklist/list-accounts.ts";
import { getWorklistRow, listWorklist } from "#lib/worklist/list-worklist.ts";
import { WORKLIST_VIEWS, type WorklistView, worklistParams } from "#lib/worklist/search-params.ts";
import {
  insertCompany,
  insertRow,
  insertSession,
  insertVisitor,
} from "#test/fixtures/insert-rows.ts";
import { makeWorkspace } from "#test/workspace.ts";

export const NOW = new Date("2026-03-20T12:00:00.000Z");
const HOUR = 3_600_000;
export const hours = (count: number) => new Date(NOW.getTime() + count * HOUR);
export const iso = (count: number) => hours(count).toISOString();

/** A workspace with members ann and bob, two companies, and one person without any. */
export async function makeWorklist() {
  const ws = await makeWorkspace();
  await db().user.deleteMany();
  for (const id of ["ann", "bob"]) {
    await insertRow("user", { id, email: `${id}@acme.example`, name: id.toUpperCase() });
    await insertRow("membership", { workspaceId: ws, userId: id, role: "rep" });
  }
  const world = worldOf(ws);
  await world.company("acme", { scoreRank: 30, countryCode: "DE", industry: "Software" });
  await world.company("beta", { scoreRank: 20, countryCode: "AT", employeeCount: 500 });
  await world.company("career"); // known from somebody's past: nobody came from there
  await world.visit("ada", "acme", -30, ["/", "/pricing"]);
  await world.visit("abe", "acme", -26, ["/pricing"]);
  await world.visit("bea", "beta", -3);
  await world.visit("solo", null, -2);
  await db().visitor.updateMany({ where: { id: `solo-${ws}` }, data: { scoreRank: 25 } });
  return world;
}

/** What a test does in one workspace; ids are short there and made unique here. */
function worldOf(ws: string) {
  const act = (accountId: string, userId = "ann", at = NOW) => ({
    workspaceId: ws,
    accountId: `${accountId}-${ws}`,
    userId,
    at,
  });
  const row = (id: string, userId = "ann", at = NOW) =>
    getWorklistRow(ws, `${id}-${ws}`, { userId, at });

  async function ids(view: WorklistView, userId = "ann", at = NOW, more: object = {}) {
    const params = worklistParams.parse({ view, ...more });
    const { rows } = await listWorklist(ws, params, { userId, at });
    const { count } = await countAccounts(ws, view, params, { userId, at });
    expect(count).toBe(rows.length);
    return rows.map((one) => one.id.replace(`-${ws}`, ""));
  }

  /** In which views an account is: one, always. */
  async function placeOf(id: string, userId = "ann", at = NOW) {
    const places = [];
    for (const view of WORKLIST_VIEWS) {
      const params = worklistParams.parse({ view });
      const { rows } = await listAccounts(ws, params, { userId, at });
      if (rows.some((one) => one.id === `${id}-${ws}`)) places.push(view);
    }
    expect(places).toEqual([(await row(id, userId, at))?.view]);
    return places[0];
  }

  async function visit(id: string, companyId: string | null, at: number, paths: string[] = []) {
    const visitorId = `${id}-${ws}`;
    const sid = `${id}-${at}-${ws}`;
    const seen = {
      companyId: companyId && `${companyId}-${ws}`,
      fullName: id.toUpperCase(),
      lastSeenAt: iso(at),
    };
    const known = await db().visitor.count({ where: { workspaceId: ws, id: visitorId } });
    if (known) {
      await db().visitor.updateMany({
        where: { workspaceId: ws, id: visitorId },
        data: { lastSeenAt: hours(at) },
      });
    } else await insertVisitor(ws, visitorId, { ...seen, firstSeenAt: iso(at) });
    await insertSession(ws, sid, visitorId, { createdAt: iso(at), lastSeenAt: iso(at) });
    for (const [position, path] of paths.entries()) {
      const url = `https://shop.example${path}`;
      const view = { workspaceId: ws, sid, position, visitorId, signal: "pageview", at: iso(at) };
      await insertRow("page_view", { ...view, url, path });
    }
    if (!companyId) return;
    await db().company.updateMany({
      where: { workspaceId: ws, id: `${companyId}-${ws}` },
      data: { lastSeenAt: hours(at), visitors: { increment: known ? 0 : 1 } },
    });
  }

  const company = (id: string, values: object = {}) =>
    insertCompany(ws, `${id}-${ws}`, { name: id, searchText: id, ...values });
  return { ws, act, row, ids, placeOf, visit, company };
}

export type World = Awaited<ReturnType<typeof makeWorklist>>;
