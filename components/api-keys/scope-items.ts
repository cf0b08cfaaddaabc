import type { ApiScope } from "#lib/api-keys/scopes.ts";

/** The scopes as the choices of a form. */
export const SCOPE_ITEMS: readonly { value: ApiScope; label: string; hint: string }[] = [
  { value: "visitors:read", label: "Visitors", hint: "Read people, their timelines and e-mails" },
  { value: "companies:read", label: "Companies", hint: "Read companies and who came from them" },
  { value: "sessions:read", label: "Sessions", hint: "Read sessions and their page views" },
  { value: "attribution:read", label: "Attribution", hint: "Read reports and receipts" },
  { value: "deliveries:read", label: "Deliveries", hint: "Read the ledger" },
  { value: "deliveries:write", label: "Replay deliveries", hint: "Project a delivery again" },
  { value: "privacy:read", label: "Export people", hint: "All that is held on a person" },
  { value: "visitors:write", label: "Corrections", hint: "Read visitors, merge and separate them" },
  { value: "privacy:write", label: "Privacy", hint: "Export and erase people" },
];

/** A scope in words; one without words is shown as it is. */
export function scopeWord(scope: string): string {
  if (scope === "*") return "Everything";
  return SCOPE_ITEMS.find((item) => item.value === scope)?.label ?? scope;
}
