import { canonicalLinkedin } from "#lib/identity/linkedin.ts";
import type { ImportColumn, ImportColumns } from "#lib/leads/import/import-columns.ts";
import { LEAD_STATUSES, type LeadStatus } from "#lib/leads/lead-change.ts";

/** Who a row is about: the surest of what it says. */
export type ImportKey = { kind: "id" | "linkedin" | "email"; value: string };

/** What a row asks for; tags by name. */
export interface ImportRow {
  key: ImportKey;
  owner: string | null;
  status: LeadStatus | null;
  tags: string[];
}

const MAX_TAG = 40;

/** A row, or what is wrong with it in words. */
export function readImportRow(
  cells: readonly string[],
  columns: ImportColumns,
): ImportRow | string {
  const cell = (column: ImportColumn) => {
    const place = columns[column];
    return place === null ? "" : (cells[place] ?? "").trim();
  };
  const key = keyOf(cell("visitorId"), cell("linkedin"), cell("email"));
  if (typeof key === "string") return key;
  const status = statusOf(cell("status"));
  if (status === undefined) {
    return `“${cell("status")}” is no status. Use one of: ${LEAD_STATUSES.join(", ")}.`;
  }
  const tags = cell("tag")
    .split(/[;|]/)
    .map((tag) => tag.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  const long = tags.find((tag) => tag.length > MAX_TAG);
  if (long) return `The tag “${long}” has more than ${MAX_TAG} letters.`;
  const owner = cell("owner").toLowerCase() || null;
  if (!owner && !status && tags.length === 0) return "The row sets nothing.";
  return { key, owner, status, tags };
}

function keyOf(id: string, linkedin: string, email: string): ImportKey | string {
  if (id) return { kind: "id", value: id };
  if (linkedin) {
    const value = canonicalLinkedin(linkedin);
    return value ? { kind: "linkedin", value } : `“${linkedin}” is no LinkedIn URL of a person.`;
  }
  if (!email) return "The row doesn’t say who it is about.";
  return { kind: "email", value: email.toLowerCase() };
}

/** "Not a fit" is not_a_fit; null for an empty cell, undefined for what is no status. */
function statusOf(text: string): LeadStatus | null | undefined {
  if (!text) return null;
  const word = text.toLowerCase().replace(/[\s-]+/g, "_");
  return LEAD_STATUSES.find((status) => status === word);
}
