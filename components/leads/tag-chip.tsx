import { cn } from "#components/ui/cn.ts";
import { tagLook } from "./tag-colors.ts";

type TagChipProps = { tag: { name: string; color: string }; className?: string };

/** A tag: its name on its colour. */
export function TagChip({ tag, className }: TagChipProps) {
  return (
    <span
      className={cn(
        "inline-flex h-5 max-w-40 items-center rounded-sm px-1.5 font-medium text-ink text-xs",
        tagLook(tag.color),
        className,
      )}
    >
      <span className="truncate">{tag.name}</span>
    </span>
  );
}
