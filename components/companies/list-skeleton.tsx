import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

const LINES = ["a", "b", "c", "d"];

/** Stands for a card with a list of people or sessions. */
export function ListSkeleton({ title }: { title: string }) {
  return (
    <Card title={title} padded={false}>
      <div role="status" className="divide-y divide-line border-line border-t">
        <span className="sr-only">Loading…</span>
        {LINES.map((line) => (
          <div key={line} className="flex h-[3.25rem] items-center gap-3 px-4">
            <Skeleton className="size-7 shrink-0 rounded-full" />
            <Skeleton className="w-40" />
          </div>
        ))}
      </div>
    </Card>
  );
}
