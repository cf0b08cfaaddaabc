import { Info } from "lucide-react";
import type { SearchNotice } from "#lib/search-state.ts";

/** Says which parts of a link were left out; what is left of it is shown. */
export function LinkNotices({ notices }: { notices: readonly SearchNotice[] }) {
  if (notices.length === 0) return null;
  const names = notices.map((notice) => `“${notice.parameter}”`).join(", ");
  return (
    <p
      role="status"
      className="flex items-start gap-2 rounded-md bg-info-soft px-3 py-2 text-info-text text-sm"
    >
      <Info aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        Part of this link could not be used and was left out: {names}. The list shows the rest.
      </span>
    </p>
  );
}
