import { Avatar } from "#components/ui/avatar.tsx";
import { cn } from "#components/ui/cn.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";
import { statusWords } from "./lead-words.ts";
import { Absent } from "./visitor-cells.tsx";

const DOTS: Record<string, string> = {
  new: "bg-info-solid",
  working: "bg-accent",
  meeting: "bg-warning-solid",
  opportunity: "bg-warning-solid",
  won: "bg-positive-solid",
  lost: "bg-danger-solid",
};

/** Where the team stands with somebody. */
export function Status({ status }: { status: string }) {
  return (
    <span className={cn("inline-flex items-center gap-1.5", status === "new" && "text-ink-muted")}>
      <span
        aria-hidden="true"
        className={cn("size-1.5 shrink-0 rounded-full", DOTS[status] ?? "bg-control")}
      />
      {statusWords(status)}
    </span>
  );
}

export function Owner({ owner }: { owner: VisitorRow["owner"] }) {
  if (!owner) return <Absent />;
  return (
    <span className="flex items-center gap-1.5">
      <Avatar name={owner.name} size="sm" className="size-5" />
      <span className="truncate">{owner.name}</span>
    </span>
  );
}

export function Tags({ tags }: { tags: VisitorRow["tags"] }) {
  if (tags.length === 0) return <Absent />;
  return (
    <span className="flex gap-1 overflow-hidden">
      {tags.map((tag) => (
        <span
          key={tag.id}
          className="rounded-sm border border-line bg-sunken px-1.5 text-ink-muted text-xs leading-5"
        >
          {tag.name}
        </span>
      ))}
    </span>
  );
}
