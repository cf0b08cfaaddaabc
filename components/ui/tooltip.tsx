"use client";

import { mergeProps } from "@base-ui/react/merge-props";
import {
  cloneElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useRef,
  useState,
} from "react";
import { onlyButton } from "./lazy-trigger.ts";

const load = () => import("./tooltip-bubble.tsx");
const TooltipBubble = lazy(() => load().then((module) => ({ default: module.TooltipBubble })));

// Resting on the element for this long opens it; leaving it for this long closes it, so that the
// pointer can reach the bubble.
const REST = 400;
const LEAVE = 100;

export type TooltipProps = {
  content: ReactNode;
  /** One element that can take the focus: a button or a link. */
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
};

/** A word or two about an element, on hover and on focus. Its code comes with the first one. */
export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const turn = (next: boolean, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), wait);
  };
  const show = (element: Element, wait: number) => {
    void load();
    setAnchor(element);
    turn(true, wait);
  };
  const element = onlyButton(children);
  const props = mergeProps<"button">(
    {
      onPointerEnter: (event) => {
        if (event.pointerType === "mouse") show(event.currentTarget, REST);
      },
      onPointerLeave: () => turn(false, LEAVE),
      onPointerDown: () => turn(false, 0),
      onFocus: (event) => {
        if (event.currentTarget.matches(":focus-visible")) show(event.currentTarget, 0);
      },
      onBlur: () => turn(false, 0),
    },
    element.props,
  );
  return (
    <>
      {cloneElement(element, props)}
      {anchor && (
        <Suspense>
          <TooltipBubble
            anchor={anchor}
            side={side}
            open={open}
            onHover={(isOver) => turn(isOver, isOver ? 0 : LEAVE)}
            onClose={() => turn(false, 0)}
          >
            {content}
          </TooltipBubble>
        </Suspense>
      )}
    </>
  );
}
