import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";

export type CodeBlockProps = {
  code: string;
  /** Shown in the head of the block, and its name for screen readers. */
  title?: string;
  wrap?: boolean;
  /** A CSS length; longer code scrolls. */
  maxHeight?: string;
  actions?: ReactNode;
  className?: string;
};

export function CodeBlock({
  code,
  title = "Code",
  wrap = true,
  maxHeight = "28rem",
  actions,
  className,
}: CodeBlockProps) {
  return (
    <figure className={cn("min-w-0 rounded-lg border border-line bg-sunken", className)}>
      <figcaption className="flex h-9 items-center justify-between gap-3 border-line border-b pr-1 pl-3 text-ink-muted text-xs">
        <span className="truncate">{title}</span>
        <span className="flex items-center">
          {actions}
          <CopyButton text={code} label={`Copy ${title}`} />
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long code is scrolled with the keyboard */}
      <pre tabIndex={0} style={{ maxHeight }} className="overflow-auto rounded-b-lg p-3">
        <code
          className={cn(
            "font-mono text-ink text-xs leading-5",
            wrap ? "whitespace-pre-wrap break-words [overflow-wrap:anywhere]" : "whitespace-pre",
          )}
        >
          {code}
        </code>
      </pre>
    </figure>
  );
}
