import { defineOperation } from "#lib/api/operation.ts";
import { erasePerson, erasure } from "#lib/inbox/erase-person.ts";
import { exportPerson, personExport } from "#lib/inbox/export-person.ts";
import { privacySubject } from "#lib/privacy/privacy-subject.ts";

const shared = { method: "POST", tag: "person", body: privacySubject } as const;

export const exportPersonOperation = defineOperation({
  ...shared,
  id: "exportPerson",
  path: "/privacy/export",
  scope: "privacy:read",
  summary: "All that is held on a person, raw events included",
  response: personExport,
  handler: ({ workspaceId, keyId, body }) =>
    exportPerson(workspaceId, { actorId: null, keyId }, body),
});

export const erasePersonOperation = defineOperation({
  ...shared,
  id: "erasePerson",
  path: "/privacy/erase",
  scope: "privacy:write",
  summary: "Erases a person from all tables and the ledger, and drops later events about them",
  response: erasure,
  handler: ({ workspaceId, keyId, body }) =>
    erasePerson(workspaceId, { actorId: null, keyId }, body),
});
