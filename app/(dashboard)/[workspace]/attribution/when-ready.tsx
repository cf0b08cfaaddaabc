import { Sigma } from "lucide-react";
import type { ReactNode } from "react";
import { RefreshEvery } from "#components/layout/refresh-every.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { whenAdded } from "./still-adding.ts";

interface Props {
  /** Names the report and everything that was asked of it. */
  question: readonly unknown[];
  section: () => Promise<ReactNode>;
}

/** A report, or a word about it while it is added up for the first time and that takes long. */
export async function WhenReady({ question, section }: Props) {
  const drawn = await whenAdded(JSON.stringify(question), async () => ({ node: await section() }));
  if (drawn) return drawn.node;
  return (
    <div role="status">
      <EmptyState
        icon={<Sigma />}
        title="Adding this report up for the first time"
        text="There are many sessions in it. It is shown here as soon as it is ready, and from then on at once."
        className="rounded-lg border border-line"
      />
      <RefreshEvery ms={3_000} />
    </div>
  );
}
