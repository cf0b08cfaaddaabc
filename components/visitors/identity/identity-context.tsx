"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { IdentityActions } from "./identity-actions.ts";

/** The visitor that a page is about, and what can be corrected about it. */
export interface IdentityOf {
  visitor: { id: string; name: string };
  actions: IdentityActions;
}

const Context = createContext<IdentityOf | null>(null);

type IdentityProviderProps = { value: IdentityOf | null; children: ReactNode };

/** Lets every part of a visitor's page offer "Wrong person"; with null (no permission) none does. */
export function IdentityProvider({ value, children }: IdentityProviderProps) {
  return <Context value={value}>{children}</Context>;
}

/** Null where the viewer may not correct. */
export function useIdentity(): IdentityOf | null {
  return useContext(Context);
}
