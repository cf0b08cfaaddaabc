"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { FormState } from "#lib/auth/form-state.ts";

/** After a failed submit, moves the focus to the first wrong field, else to the form's message. */
export function useFocusOnError(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status !== "error") return;
    const [first] = Object.keys(state.errors ?? {});
    const field = first && form.current?.elements.namedItem(first);
    if (field instanceof HTMLElement) field.focus();
    else form.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, [state]);
  return form;
}
