import { z } from "zod";
import { defineOperation, idParams, listOf } from "#lib/api/operation.ts";
import { identityCorrection, listVisitorCorrections } from "#lib/identity/list-corrections.ts";
import { detachEvidence, mergeVisitors, revokeCorrection } from "#lib/inbox/correct-identity.ts";
import { resolveVisitorId } from "#lib/visitors/resolve-visitor-id.ts";

const id = z.string().min(1).max(64);
const correctionId = z.string().meta({ description: "To undo it by" });

export const listCorrectionsOperation = defineOperation({
  id: "listVisitorCorrections",
  method: "GET",
  path: "/visitors/{id}/corrections",
  tag: "visitor",
  scope: "visitors:read",
  summary:
    "What people corrected about who a visitor is and what counts today, latest first, at most 50",
  params: idParams,
  response: listOf(identityCorrection),
  async handler({ workspaceId, params }) {
    const visitorId = await resolveVisitorId(workspaceId, params.id);
    if (visitorId === null) return null;
    return { data: await listVisitorCorrections(workspaceId, visitorId), nextCursor: null };
  },
});

export const mergeVisitorOperation = defineOperation({
  id: "mergeVisitor",
  method: "POST",
  path: "/visitors/{id}/merge",
  tag: "visitor",
  scope: "visitors:write",
  summary: "Says that a visitor is the same person as another, which keeps its id",
  params: idParams,
  body: z.strictObject({ intoVisitorId: id }),
  response: z.object({
    correctionId,
    visitorId: z.string().meta({
      description: "The visitor that stays: the one with a LinkedIn URL if only one has it",
    }),
  }),
  async handler({ workspaceId, keyId, params, body }) {
    const [fromId, intoId] = await Promise.all([
      resolveVisitorId(workspaceId, params.id),
      resolveVisitorId(workspaceId, body.intoVisitorId),
    ]);
    if (fromId === null || intoId === null) return null;
    return mergeVisitors(workspaceId, null, { fromId, intoId }, keyId);
  },
});

export const detachEvidenceOperation = defineOperation({
  id: "detachEvidence",
  method: "POST",
  path: "/visitors/{id}/detach",
  tag: "visitor",
  scope: "visitors:write",
  summary: "Says that a session, a browser or an event is another person’s",
  params: idParams,
  body: z
    .strictObject({
      scope: z.enum(["session", "device", "event"]),
      ref: z
        .string()
        .min(1)
        .max(256)
        .meta({ description: "A session’s sid, a browser’s vid or an event’s id" }),
      intoVisitorId: id
        .nullable()
        .default(null)
        .meta({ description: "Whose session it is; null for nobody’s. Of sessions only" }),
    })
    .refine((wrong) => wrong.scope === "session" || wrong.intoVisitorId === null, {
      path: ["intoVisitorId"],
      message: "Only a session can be given to another visitor.",
    }),
  response: z.object({ correctionId }),
  async handler({ workspaceId, keyId, params, body }) {
    const visitorId = await resolveVisitorId(workspaceId, params.id);
    const { intoVisitorId } = body;
    const into = intoVisitorId && (await resolveVisitorId(workspaceId, intoVisitorId));
    if (visitorId === null || (intoVisitorId !== null && into === null)) return null;
    const wrong = { ...body, visitorId, intoVisitorId: into };
    return detachEvidence(workspaceId, null, wrong, keyId);
  },
});

export const undoCorrectionOperation = defineOperation({
  id: "undoCorrection",
  method: "POST",
  path: "/corrections/{id}/undo",
  tag: "correction",
  scope: "visitors:write",
  summary: "Takes a merge or a detachment back, as if it had never been made",
  params: idParams,
  response: z.object({
    visitorId: z.string().nullable().meta({ description: "Whose events went back to them" }),
  }),
  handler: ({ workspaceId, keyId, params }) =>
    revokeCorrection(workspaceId, null, params.id, keyId),
});
