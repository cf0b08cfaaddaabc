import { expect, test } from "vitest";
import { listErasures } from "#lib/privacy/list-erasures.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertRow } from "#test/fixtures/insert-rows.ts";
import { makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

test("the proofs of erasures are paged newest first, each once, and only erasures", async () => {
  const workspaceId = await makeWorkspace();
  const entry = (id: string, action: string, minute: number) =>
    insertRow("audit_entry", {
      ...{ id, workspaceId, action, detail: { visitors: 1 } },
      at: new Date(Date.UTC(2026, 2, 2, 9, minute)),
    });
  // Two in a minute: the id tells them apart.
  for (let at = 0; at < 25; at++) {
    await entry(`erased-${String(at).padStart(2, "0")}`, "privacy.erased", at >> 1);
  }
  await entry("pruned", "privacy.pruned", 30);
  const first = await listErasures(workspaceId, undefined);
  const second = await listErasures(workspaceId, first.nextCursor ?? "");
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(first.rows).toHaveLength(20);
  expect(first.rows[0]).toMatchObject({ by: null, detail: { visitors: 1, events: 0 } });
  expect(ids).toEqual([...new Set(ids)].sort().reverse());
  expect(ids).toHaveLength(25);
  expect(second.nextCursor).toBeNull();
});
