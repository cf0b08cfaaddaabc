import { expect, test } from "vitest";
import { createRule, deleteRule, setRuleEnabled, updateRule } from "#lib/alerts/change-rules.ts";
import { listRules } from "#lib/alerts/list-rules.ts";
import { ruleInput as inputSchema } from "#lib/alerts/rule-input.ts";
import { makeMember } from "./alerts-member.ts";
import { makeRule, makeTeam, ruleInput } from "./alerts-world.ts";
import { withTestDatabase } from "./database.ts";

withTestDatabase();

const forbidden = { code: "forbidden" };
const mine = ruleInput({ name: "Mine", scope: "mine", audience: "me" });

test("a rep keeps personal alerts and reads the workspace's, which are the admins' to change", async () => {
  const { workspaceId, id } = await makeRule();
  const rep = { userId: await makeMember(workspaceId), role: "rep" as const };
  await expect(createRule(workspaceId, rep, ruleInput())).rejects.toMatchObject(forbidden);
  await expect(updateRule(workspaceId, rep, id, ruleInput())).rejects.toMatchObject(forbidden);
  await expect(setRuleEnabled(workspaceId, rep, id, false)).rejects.toMatchObject(forbidden);
  await expect(deleteRule(workspaceId, rep, id)).rejects.toMatchObject(forbidden);
  const own = await createRule(workspaceId, rep, mine);
  const names = (await listRules(workspaceId, rep.userId)).map(({ name }) => name);
  expect(names).toEqual(["Mine", "Pricing page"]);
  // It cannot become the workspace's by the back door.
  await expect(updateRule(workspaceId, rep, own.id, ruleInput())).rejects.toMatchObject(forbidden);
  await deleteRule(workspaceId, rep, own.id);
});

test("an alert belongs to its workspace, a personal one to its person", async () => {
  const { workspaceId, admin, adminId } = await makeTeam();
  const { id } = await createRule(workspaceId, admin, mine);
  const other = await makeTeam();
  const colleague = { userId: await makeMember(workspaceId, "admin"), role: "admin" as const };
  const notFound = { code: "not_found" };
  await expect(deleteRule(other.workspaceId, admin, id)).rejects.toMatchObject(notFound);
  await expect(deleteRule(workspaceId, colleague, id)).rejects.toMatchObject(notFound);
  expect(await listRules(workspaceId, colleague.userId)).toEqual([]);
  expect(await listRules(workspaceId, adminId)).toHaveLength(1);
});

test.each([
  ["no condition", { conditions: [] }],
  [
    "a kind twice",
    {
      conditions: [
        { is: "score", min: 1 },
        { is: "score", min: 2 },
      ],
    },
  ],
  ["a size without a number", { conditions: [{ is: "companySize", min: null, max: null }] }],
  ["a path without a slash", { conditions: [{ is: "page", path: "pricing" }] }],
  ["an unknown condition", { conditions: [{ is: "moon", phase: "full" }] }],
  ["no channel", { app: false }],
  ["nobody to tell", { audience: "members" }],
  ["an unknown time zone", { timezone: "Mars/Olympus" }],
  ["a personal webhook", { ...mine, webhook: { url: "https://example.com" } }],
  ["something more", { isRoot: true }],
])("a rule with %s is refused", (_, over) => {
  expect(inputSchema.safeParse(ruleInput()).success).toBe(true);
  expect(inputSchema.safeParse({ ...ruleInput(), ...over }).success).toBe(false);
});
