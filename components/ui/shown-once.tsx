import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { CopyLine } from "./copy-line.tsx";
import { DialogClose } from "./dialog.tsx";

export type ShownOnceProps = {
  /** What it is, for the button: "secret". */
  name: string;
  text: string;
  /** Below: how to use it. */
  children?: ReactNode;
};

/** In a dialog: what can be read and copied this once, and the way out. */
export function ShownOnce({ name, text, children }: ShownOnceProps) {
  return (
    <div className="flex flex-col gap-4">
      <CopyLine name={name} text={text} withLabel />
      {children}
      <DialogClose
        render={
          <Button variant="primary" className="self-end">
            Done
          </Button>
        }
      />
    </div>
  );
}
