"use client";

import { ImageDown } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";

/** Saves the figure around it as a picture, as it stands, without its buttons and its hidden table. */
export function PngButton({ name }: { name: string }) {
  const at = useRef<HTMLSpanElement>(null);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const save = async () => {
    const figure = at.current?.closest("figure");
    if (!figure) return;
    setBusy(true);
    try {
      // Drawn by code that few need: it comes when it is asked for.
      const { toPng } = await import("html-to-image");
      const link = document.createElement("a");
      link.href = await toPng(figure, {
        backgroundColor: getComputedStyle(document.body).backgroundColor,
        pixelRatio: 2,
        skipFonts: true,
        filter: (node) =>
          !(node instanceof HTMLElement) ||
          !(node === at.current || node.classList.contains("sr-only")),
      });
      link.download = `${name}.png`;
      link.click();
    } catch {
      // A browser that does not draw pages into pictures (some do so only for simple ones).
      toast({ title: "This browser could not draw the picture", tone: "danger" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <span ref={at}>
      <Button
        variant="ghost"
        size="sm"
        loading={busy}
        onClick={save}
        icon={<ImageDown aria-hidden="true" />}
        aria-label={`PNG of ${name}`}
      >
        PNG
      </Button>
    </span>
  );
}
