import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";

const MOST_RULES = 50;
const size = z.int("A size is a whole number.").min(0).max(100_000_000).nullable();

/** What an admin decides about a rule. */
export const ruleInput = z
  .object({
    name: z.string().trim().min(1, "Give the rule a name.").max(80),
    countries: z
      .array(
        z
          .string()
          .trim()
          .regex(/^[A-Za-z]{2}$/, "Countries are two letters each, such as DE, AT.")
          .transform((code) => code.toUpperCase()),
      )
      .max(250),
    industries: z.array(z.string().trim().min(1).max(200)).max(50),
    minEmployees: size,
    maxEmployees: size,
    domainEnding: z
      .string()
      .trim()
      .toLowerCase()
      .transform((text) => text.replace(/^\*?\.+/, ""))
      .pipe(z.string().regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u, "Such as .de or acme.com."))
      .nullable(),
    memberIds: z
      .array(z.string().min(1).max(64))
      .min(1, "Choose who gets the accounts.")
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length, "Each person once."),
  })
  .refine((rule) => (rule.minEmployees ?? 0) <= (rule.maxEmployees ?? Number.MAX_SAFE_INTEGER), {
    path: ["maxEmployees"],
    message: "The upper end is below the lower one.",
  });

export type RuleInput = z.output<typeof ruleInput>;

/** An assignment rule as it is kept. */
export interface AssignmentRule extends RuleInput {
  id: string;
  isEnabled: boolean;
  lastMemberId: string | null;
}

/** The rules in the order in which they are tried. */
export async function listAssignmentRules(workspaceId: string): Promise<AssignmentRule[]> {
  const rows = await db().assignmentRule.findMany({
    where: { workspaceId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(({ workspaceId: _, position: __, createdAt: ___, ...rule }) => rule);
}

interface Admin {
  workspaceId: string;
  userId: string;
}

/** Adds a rule behind the others. Throws `conflict` when there are 50, or when a person is no member. */
export async function createAssignmentRule(admin: Admin, rule: RuleInput): Promise<string> {
  await requireMembers(admin.workspaceId, rule.memberIds);
  const { workspaceId } = admin;
  const places = await db().assignmentRule.aggregate({
    where: { workspaceId },
    _count: true,
    _max: { position: true },
  });
  if (places._count >= MOST_RULES) {
    throw new FoyerError("conflict", `There are ${MOST_RULES} rules already. Take one away first.`);
  }
  const id = newTimeId("asr", now());
  const position = (places._max.position ?? 0) + 1;
  await db().assignmentRule.create({ data: { workspaceId, id, position, ...rule } });
  await recordAudit(workspaceId, admin.userId, "assignment_rule.created", id, { name: rule.name });
  return id;
}

/** Changes a rule. Throws `not_found`, and `conflict` when a person is no member. */
export async function updateAssignmentRule(
  { workspaceId, userId }: Admin,
  id: string,
  change: RuleInput | { isEnabled: boolean },
): Promise<void> {
  if ("memberIds" in change) await requireMembers(workspaceId, change.memberIds);
  const { count } = await db().assignmentRule.updateMany({
    where: { workspaceId, id },
    data: change,
  });
  if (count === 0) throw gone();
  await recordAudit(workspaceId, userId, "assignment_rule.changed", id);
}

/** Takes a rule away; what it has dealt stays with whom it was dealt to. Throws `not_found`. */
export async function deleteAssignmentRule({ workspaceId, userId }: Admin, id: string) {
  const { count } = await db().assignmentRule.deleteMany({ where: { workspaceId, id } });
  if (count === 0) throw gone();
  await recordAudit(workspaceId, userId, "assignment_rule.deleted", id);
}

/** Exchanges a rule with the one before or behind it; at the end of the list nothing happens. */
export async function moveAssignmentRule(
  { workspaceId, userId }: Admin,
  id: string,
  by: -1 | 1,
): Promise<void> {
  await sql().query(
    `WITH placed AS (
       SELECT "id", row_number() OVER (ORDER BY "position", "id") AS place
       FROM assignment_rule WHERE "workspaceId" = $1
     ), moved AS (
       SELECT p."id", CASE WHEN p."id" = $2 THEN n.place WHEN p.place = n.place THEN o.place
         ELSE p.place END AS place
       FROM placed p, (SELECT place FROM placed WHERE "id" = $2) o,
         LATERAL (SELECT least(greatest(o.place + $3::int, 1), (SELECT count(*) FROM placed)) AS place) n
     )
     UPDATE assignment_rule r SET "position" = m.place FROM moved m
     WHERE r."workspaceId" = $1 AND r."id" = m."id"`,
    [workspaceId, id, by],
  );
  await recordAudit(workspaceId, userId, "assignment_rule.moved", id);
}

async function requireMembers(workspaceId: string, userIds: readonly string[]): Promise<void> {
  const members = await db().membership.count({
    where: { workspaceId, userId: { in: [...userIds] } },
  });
  if (members < userIds.length) {
    throw new FoyerError("conflict", "Somebody chosen is no longer a member.");
  }
}

function gone(): FoyerError {
  return new FoyerError("not_found", "This rule is no more.");
}
