import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** Stands for one EndpointCard. */
export function EndpointsSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Card title={<Skeleton className="my-1 w-40" />}>
        <div className="flex flex-col gap-4">
          <Skeleton className="h-9.5" />
          <div className="flex h-9 flex-col justify-between">
            <Skeleton className="h-3 w-48" />
            <Skeleton className="w-56" />
          </div>
          <div>
            <Skeleton className="mb-1.5 h-4 w-14" />
            <Skeleton className="h-11" />
          </div>
          <Skeleton className="h-7 w-36" />
        </div>
      </Card>
    </div>
  );
}
