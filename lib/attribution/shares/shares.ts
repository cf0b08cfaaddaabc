import { z } from "zod";
import { frozenParams } from "#lib/attribution/figures/report-params.ts";
import { REPORT_NAMES, type ReportName } from "#lib/attribution/figures/reports.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { newOneTimeToken } from "#lib/auth/one-time-token.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId, sha256 } from "#lib/ids.ts";
import type { ShareInput } from "./share-input.ts";

const DAY_MS = 86_400_000;
/** Nobody keeps an eye on more links than these. */
const MOST_SHARES = 200;

const kept = z.object({
  report: z.enum(REPORT_NAMES),
  params: z.record(z.string(), z.string()),
});

export interface ShareRow {
  id: string;
  name: string;
  report: ReportName;
  params: Record<string, string>;
  createdById: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/**
 * Makes a public link to a report's figures and returns it: it can't be shown again. Throws
 * `invalid_request` for what is not handed on, `conflict` when there are too many links.
 */
export async function createShare(
  workspace: { id: string; timezone: string },
  userId: string,
  { name, days, ...request }: ShareInput,
): Promise<string> {
  const params = frozenParams(request, workspace.timezone);
  const { token, tokenHash } = newOneTimeToken();
  const id = newTimeId("shr", now());
  const expiresAt = new Date(now() + days * DAY_MS);
  await db().$transaction(async (tx) => {
    if ((await tx.reportShare.count({ where: { workspaceId: workspace.id } })) >= MOST_SHARES) {
      throw new FoyerError("conflict", `There are ${MOST_SHARES} links. Revoke one first.`);
    }
    await tx.reportShare.create({
      data: {
        ...{ workspaceId: workspace.id, id, name, report: request.report, params, tokenHash },
        ...{ createdById: userId, createdAt: new Date(now()), expiresAt },
      },
    });
    const detail = { report: request.report, expiresAt: expiresAt.toISOString() };
    await recordAudit(workspace.id, userId, "report_share.created", id, detail, tx);
  });
  return `${env().APP_URL}/share/${token}`;
}

/** The links of a workspace, newest first; expired ones stay until they are removed. */
export async function listShares(workspaceId: string): Promise<ShareRow[]> {
  const rows = await db().reportShare.findMany({
    where: { workspaceId },
    omit: { tokenHash: true, workspaceId: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: MOST_SHARES,
  });
  return rows.map((row) => ({ ...row, ...kept.parse(row) }));
}

/** Makes a link worthless at once. Nothing happens when it is gone already. */
export async function revokeShare(workspaceId: string, userId: string, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.reportShare.deleteMany({ where: { workspaceId, id } });
    if (count > 0) await recordAudit(workspaceId, userId, "report_share.revoked", id, {}, tx);
  });
}

/** The link behind a token with its workspace; null when it is unknown, expired or revoked. */
export async function getOpenShare(token: string) {
  const row = await db().reportShare.findFirst({
    where: { tokenHash: sha256(token), expiresAt: { gt: new Date(now()) } },
  });
  if (!row) return null;
  const workspace = await db().workspace.findUnique({
    where: { id: row.workspaceId },
    select: { id: true, name: true, timezone: true },
  });
  return workspace && { id: row.id, name: row.name, workspace, ...kept.parse(row) };
}
