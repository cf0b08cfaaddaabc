"use client";

import { type ComponentProps, useEffect, useLayoutEffect } from "react";
import { type LazyTrigger, setRef } from "./lazy-trigger.ts";

type AdoptedButtonProps = { trigger: LazyTrigger; props: ComponentProps<"button"> };

/** Gives a Base UI trigger the button that is already on the page, instead of drawing one. */
export function AdoptedButton({ trigger, props }: AdoptedButtonProps) {
  const { ref, ...rest } = props;
  const { node, adopt, setAttributes, replay } = trigger;
  useLayoutEffect(() => setRef<HTMLElement>(ref, node.current), [ref, node]);
  useLayoutEffect(() => {
    adopt(rest);
    setAttributes(JSON.stringify(attributesOf(rest)));
  });
  // After the effects of the trigger and of the root around it, which wire them up.
  useEffect(() => {
    const timer = setTimeout(replay);
    return () => clearTimeout(timer);
  });
  return null;
}

function attributesOf(props: object) {
  return Object.fromEntries(
    Object.entries(props).filter(([name]) => name.startsWith("aria-") || name.startsWith("data-")),
  );
}
