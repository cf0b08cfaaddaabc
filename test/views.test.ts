import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/ids.ts";
import {
  getListPreferences,
  saveDefaultView,
  saveListLayout,
} from "#lib/views/list-preferences.ts";
import { createView, deleteView, listViews, updateView } from "#lib/views/saved-views.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const PLAIN = { hidden: [], order: [], pinned: [], widths: {}, density: "comfortable" } as const;

async function makeReader(over: object = {}) {
  const workspaceId = await makeWorkspace();
  return { workspaceId, userId: newId("usr"), room: "visitors" as const, isAdmin: false, ...over };
}

const keyOf = ({ workspaceId, userId, room }: Awaited<ReturnType<typeof makeReader>>) => ({
  workspaceId,
  userId,
  room,
});

const view = { name: "Hot", query: "sort=-score", isShared: false };

test("columns are remembered for one member and one list", async () => {
  const ada = keyOf(await makeReader());
  expect(await getListPreferences(ada)).toEqual({ layout: null, defaultViewId: null });
  const layout = {
    hidden: ["email"],
    order: ["name", "score"],
    pinned: ["name"],
    widths: { name: 240 },
    density: "compact" as const,
  };
  await saveListLayout(ada, layout);
  expect((await getListPreferences(ada)).layout).toEqual(layout);
  expect((await getListPreferences({ ...ada, room: "companies" })).layout).toBeNull();
  expect((await getListPreferences({ ...ada, userId: "usr_other" })).layout).toBeNull();
  await saveDefaultView(ada, "view_x");
  expect(await getListPreferences(ada)).toEqual({ layout, defaultViewId: "view_x" });
});

test("a layout that another Foyer wrote falls back part by part", async () => {
  const ada = keyOf(await makeReader());
  await db().listPreference.create({
    data: { ...ada, layout: { hidden: ["email"], order: 7, density: "tiny", widths: { name: 3 } } },
  });
  expect((await getListPreferences(ada)).layout).toEqual({ ...PLAIN, hidden: ["email"] });
});

test("own views and shared ones are listed; others' and other lists' are not", async () => {
  const ada = await makeReader();
  const rita = { ...ada, userId: newId("usr") };
  const own = await createView(keyOf(ada), view);
  const shared = await createView(keyOf(rita), { ...view, name: "All hands", isShared: true });
  await createView(keyOf(rita), { ...view, name: "Rita’s" });
  await createView({ ...keyOf(ada), room: "companies" }, view);
  expect(await listViews(keyOf(ada))).toEqual([
    { id: shared, name: "All hands", query: "sort=-score", isShared: true, isOwn: false },
    { id: own, name: "Hot", query: "sort=-score", isShared: false, isOwn: true },
  ]);
});

test("a view is changed by its maker, a shared one also by an admin, and by nobody else", async () => {
  const ada = await makeReader();
  const rita = { ...ada, userId: newId("usr") };
  const admin = { ...ada, userId: newId("usr"), isAdmin: true };
  const elsewhere = { ...ada, workspaceId: await makeWorkspace() };
  const id = await createView(keyOf(ada), view);
  for (const stranger of [rita, admin, elsewhere]) {
    await expect(updateView(stranger, id, { name: "Mine" })).rejects.toThrow("only its maker");
    await expect(deleteView(stranger, id)).rejects.toThrow("only its maker");
  }
  await updateView(ada, id, { isShared: true });
  await expect(updateView(rita, id, { name: "Mine" })).rejects.toThrow("only its maker");
  await updateView(admin, id, { name: "Ours" });
  expect((await listViews(keyOf(rita)))[0]).toMatchObject({ name: "Ours", isShared: true });
});

test("a view that is deleted opens nobody's list any more", async () => {
  const ada = await makeReader();
  const id = await createView(keyOf(ada), view);
  await saveDefaultView(keyOf(ada), id);
  await deleteView(ada, id);
  expect((await getListPreferences(keyOf(ada))).defaultViewId).toBeNull();
  expect(await listViews(keyOf(ada))).toEqual([]);
});

test("no more views than can be shown", async () => {
  const ada = keyOf(await makeReader());
  for (let at = 0; at < 100; at += 1) await createView(ada, { ...view, name: `View ${at}` });
  await expect(createView(ada, view)).rejects.toThrow("Delete one first");
});
