"use client";

import { NewRows } from "#components/table/new-rows.tsx";

/** The visitors that were seen since the list was read. `base` is the path of the workspace. */
export function VisitorArrivals({ base }: { base: string }) {
  return <NewRows url={`${base}/live`} read={readMessage} noun="visitors" />;
}

function readMessage(message: unknown) {
  const { kind, visitorIds, isMore } = Object(message);
  if (kind !== "visitors" || !Array.isArray(visitorIds)) return null;
  return { ids: visitorIds.map(String), isMore: isMore === true };
}
