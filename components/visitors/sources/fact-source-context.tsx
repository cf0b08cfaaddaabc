"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Json } from "#lib/json.ts";

/** A value that an event gives, with that event. */
export interface FactSayingItem {
  value: Json;
  eventId: string;
  type: string;
  provider: string | null;
  at: string;
}

/** Asks the server what the events say of a field; null where it can't be told. */
export type ExplainFact = (
  field: string,
) => Promise<{ sayings: FactSayingItem[]; isPartial: boolean } | null>;

const Context = createContext<ExplainFact | null>(null);

/** Lets every fact of the page tell, when looked at, what other events say of it. */
export function FactSourceProvider(props: { explain: ExplainFact; children: ReactNode }) {
  return <Context value={props.explain}>{props.children}</Context>;
}

export function useExplainFact(): ExplainFact | null {
  return useContext(Context);
}
