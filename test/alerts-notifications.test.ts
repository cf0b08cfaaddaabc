import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { countUnread } from "#lib/notifications/count-unread.ts";
import { listNotifications } from "#lib/notifications/list-notifications.ts";
import { markRead } from "#lib/notifications/mark-read.ts";
import { notify } from "#lib/notifications/notify.ts";
import { makeMember } from "./alerts-member.ts";
import { withTestDatabase } from "./database.ts";
import { makeWorkspace } from "./workspace.ts";

withTestDatabase();

test("a notice reaches each member once, and nobody else", async () => {
  const workspaceId = await makeWorkspace();
  const ada = await makeMember(workspaceId);
  const ben = await makeMember(workspaceId);
  const other = await makeMember(await makeWorkspace());
  const told = await notify(sql(), workspaceId, [ada, ben, ada, other, "usr_gone"], {
    kind: "mention",
    title: "Ben mentioned you",
    href: "/acme/visitors/v_1",
  });
  expect(told.sort()).toEqual([ada, ben].sort());
  const { rows } = await listNotifications(workspaceId, ada);
  expect(rows).toMatchObject([
    { kind: "mention", href: "/acme/visitors/v_1", readAt: null, body: null },
  ]);
  expect(await countUnread(workspaceId, ben)).toBe(1);
  expect(await countUnread(workspaceId, other)).toBe(0);
});

test("a notice never leads to another site", async () => {
  const workspaceId = await makeWorkspace();
  const ada = await makeMember(workspaceId);
  for (const href of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
    await notify(sql(), workspaceId, [ada], { kind: "alert", title: "x", href });
  }
  const { rows } = await listNotifications(workspaceId, ada);
  expect(rows.map(({ href }) => href)).toEqual([null, null, null]);
});

test("notices are paged newest first, and read one by one or all at once", async () => {
  const workspaceId = await makeWorkspace();
  const ada = await makeMember(workspaceId);
  const ben = await makeMember(workspaceId);
  for (let i = 0; i < 53; i++) {
    await notify(sql(), workspaceId, [ada, ben], { kind: "alert", title: `Notice ${i}` });
  }
  const first = await listNotifications(workspaceId, ada);
  const second = await listNotifications(workspaceId, ada, first.nextCursor ?? "");
  const titles = [...first.rows, ...second.rows].map(({ title }) => title);
  expect(new Set(titles).size).toBe(53);
  expect(second.nextCursor).toBeNull();
  await markRead(workspaceId, ada, first.rows[0]?.id);
  // Another's notice stays as it is, whoever asks.
  await markRead(workspaceId, ben, first.rows[1]?.id);
  expect(await countUnread(workspaceId, ada)).toBe(52);
  await markRead(workspaceId, ada);
  expect(await countUnread(workspaceId, ada)).toBe(0);
  expect(await countUnread(workspaceId, ben)).toBe(53);
});
