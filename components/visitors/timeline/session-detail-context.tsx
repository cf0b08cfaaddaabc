"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Leaf } from "./session-leaves.ts";

/** Asks the server for everything that is known of a session; null where there is none (any more). */
export type LoadSessionDetail = (sid: string) => Promise<Leaf[] | null>;

const Context = createContext<LoadSessionDetail | null>(null);

/** Lets the sessions of the timeline be opened. */
export function SessionDetailProvider(props: { load: LoadSessionDetail; children: ReactNode }) {
  return <Context value={props.load}>{props.children}</Context>;
}

export function useSessionDetail(): LoadSessionDetail | null {
  return useContext(Context);
}
