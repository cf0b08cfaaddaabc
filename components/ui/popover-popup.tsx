"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { AdoptedButton } from "./adopted-button.tsx";
import { cn } from "./cn.ts";
import type { LazyTrigger } from "./lazy-trigger.ts";
import type { PopoverProps } from "./popover.tsx";

type PopoverPopupProps = Omit<PopoverProps, "trigger"> & { trigger: LazyTrigger };

/** What a Popover opens; loaded when it is first meant. */
export function PopoverPopup(props: PopoverPopupProps) {
  const { trigger, title, label, children, align = "start", side, className } = props;
  return (
    <Base.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Base.Trigger
        id={trigger.id}
        render={(given) => <AdoptedButton trigger={trigger} props={given} />}
      />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} className="z-50">
          <Base.Popup
            aria-label={title ? undefined : label}
            className={cn("popup w-72 max-w-[calc(100vw-2rem)] p-3 text-ink text-sm", className)}
          >
            {title && <Base.Title className="mb-2 font-semibold text-sm">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
