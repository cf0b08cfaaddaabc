"use client";

import { mergeProps } from "@base-ui/react/merge-props";
import {
  Children,
  type ComponentProps,
  cloneElement,
  isValidElement,
  type ReactElement,
  type Ref,
  type RefObject,
  type SyntheticEvent,
  useCallback,
  useId,
  useRef,
  useState,
} from "react";

type ButtonProps = ComponentProps<"button">;
type Handlers = Record<string, unknown>;

/** The button of something whose code comes when it is first pointed at, focused or pressed. */
export type LazyTrigger = {
  id: string;
  node: RefObject<HTMLElement | null>;
  /** The code is here: from now on its own trigger hears what the button hears. */
  adopt: (handlers: Handlers) => void;
  /** What the trigger says about itself: aria-expanded, data-popup-open. */
  setAttributes: (json: string) => void;
  /** Lets the trigger hear the press that asked for it. */
  replay: () => void;
};

const HEARD = [
  "onClick",
  "onFocus",
  "onKeyDown",
  "onKeyUp",
  "onMouseDown",
  "onMouseMove",
  "onPointerDown",
  "onPointerEnter",
] as const;

/**
 * A plain button that stands in for the trigger of a popup until somebody means it. The button stays
 * the same element when the code has come, so neither focus nor a press is lost.
 */
export function useLazyTrigger(trigger: ReactElement, kind: "menu" | "dialog", open = false) {
  const ownId = useId();
  const element = onlyButton(trigger);
  const id = element.props.id ?? ownId;
  const [isWanted, setWanted] = useState(false);
  const [attributes, setAttributes] = useState("{}");
  const node = useRef<HTMLElement | null>(null);
  const handlers = useRef<Handlers | null>(null);
  const missed = useRef<[string, SyntheticEvent] | null>(null);
  const theirs = element.props.ref;
  const ref = useCallback(
    (next: HTMLButtonElement | null) => {
      node.current = next;
      return setRef(theirs, next);
    },
    [theirs],
  );
  const hear = (name: string, event: SyntheticEvent) => {
    if (handlers.current) return call(handlers.current[name], event);
    setWanted(true);
    if (name === "onClick") missed.current = [name, event];
    else if (kind === "menu" && name === "onKeyDown" && isArrow(event.nativeEvent)) {
      // Or the page scrolls under the menu that is about to open.
      event.preventDefault();
      missed.current = [name, event];
    }
  };
  const button = cloneElement(element, {
    ...mergeProps<"button">(
      {
        id,
        "aria-haspopup": kind,
        "aria-expanded": false,
        ...JSON.parse(attributes),
        ...Object.fromEntries(
          HEARD.map((name) => [name, (event: SyntheticEvent) => hear(name, event)]),
        ),
      },
      element.props,
    ),
    ref,
  });
  const lazy: LazyTrigger = {
    id,
    node,
    adopt: (next) => {
      handlers.current = next;
    },
    setAttributes,
    replay: () => {
      const [name, event] = missed.current ?? [];
      missed.current = null;
      // A trigger may have opened it by itself, and a second press would close it.
      if (!name || !event || open) return;
      // React takes the target off an event when it is over.
      call(
        handlers.current?.[name],
        Object.create(event, { currentTarget: { value: node.current } }),
      );
    },
  };
  return { button, lazy, isWanted };
}

/** The element itself: one that a server component made may be wrapped. */
export function onlyButton(element: ReactElement): ReactElement<ButtonProps> {
  const [only] = Children.toArray(element);
  if (!isValidElement<ButtonProps>(only)) throw new Error("A trigger is one element");
  return only;
}

/** Sets a ref of either kind; what comes back takes it off again. */
export function setRef<Node>(ref: Ref<Node> | undefined, node: Node | null) {
  if (typeof ref === "function") return ref(node) ?? (() => void ref(null));
  if (ref) ref.current = node;
  return () => {
    if (ref) ref.current = null;
  };
}

function call(handler: unknown, event: SyntheticEvent): void {
  if (typeof handler === "function") handler(event);
}

function isArrow(event: Event): boolean {
  return event instanceof KeyboardEvent && (event.key === "ArrowDown" || event.key === "ArrowUp");
}
