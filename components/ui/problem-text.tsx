import { cn } from "./cn.ts";

export type ProblemTextProps = { text: string | null | undefined; className?: string };

/** What went wrong, said aloud when it comes. Nothing while all is well. */
export function ProblemText({ text, className }: ProblemTextProps) {
  if (!text) return null;
  return (
    <p role="alert" className={cn("text-danger-text text-sm", className)}>
      {text}
    </p>
  );
}
