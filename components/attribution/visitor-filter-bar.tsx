"use client";

import { FilterBar } from "#components/table/filter-bar.tsx";
import { useReportGo } from "./report-pending.tsx";
import { visitorFilters } from "./visitor-filter-words.ts";

/** Whose sessions and conversions the report is of, as chips. */
export function VisitorFilterBar({ countries }: { countries: readonly string[] }) {
  const go = useReportGo();
  return <FilterBar filters={visitorFilters(countries)} go={go} />;
}
