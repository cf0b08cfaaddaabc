import type { ReactNode } from "react";

type TagListProps = {
  label: string;
  tags: readonly string[];
  /** Where they come from. */
  tip?: ReactNode;
};

/** Short words side by side, each once; nothing when there are none. */
export function TagList({ label, tags, tip }: TagListProps) {
  const distinct = [...new Set(tags)];
  if (distinct.length === 0) return null;
  return (
    <div>
      <h3 className="group/fact mb-2 font-medium text-ink-muted text-xs">
        {label}
        {tip}
      </h3>
      <ul className="flex flex-wrap gap-1.5">
        {distinct.map((tag) => (
          <li
            key={tag}
            className="max-w-full truncate rounded-sm border border-line bg-sunken px-1.5 text-ink text-xs leading-5"
          >
            {tag}
          </li>
        ))}
      </ul>
    </div>
  );
}
