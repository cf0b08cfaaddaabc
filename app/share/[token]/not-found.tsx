import { Link2Off } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** The one answer for every link that shows nothing, whatever the reason. */
export default function NoShare() {
  return (
    <main className="flex min-h-dvh items-center justify-center bg-canvas px-4">
      <EmptyState
        icon={<Link2Off />}
        level={1}
        title="This link shows no report"
        text="It may have expired, been revoked or been copied in part. Ask who sent it for a new one. If you have just opened it very often, wait a minute."
      />
    </main>
  );
}
