import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { RulesInfo } from "#lib/scoring/get-rules-info.ts";
import { RecomputeProgress } from "./recompute-progress.tsx";

/** Which rules are in force, and whose they are. */
export function RulesVersion({ info: { set, saved } }: { info: RulesInfo }) {
  if (!saved) return <span className="text-ink-muted text-sm">Foyer’s defaults</span>;
  return (
    <span className="text-ink-muted text-sm">
      Version {set.version}
      {saved.by && `, saved by ${saved.by}`} <RelativeTime value={saved.at} />
    </span>
  );
}

/** Says that the form begins with rules that are not in force. */
export function RestoringNote({ version, path }: { version: number; path: string }) {
  return (
    <p role="status" className="rounded-lg bg-accent-soft px-4 py-3 text-accent-text text-sm">
      The form holds the rules of {version === 0 ? "Foyer’s defaults" : `version ${version}`}.
      Nothing has changed yet: preview them, then save.{" "}
      <Link href={path} className="rounded-sm underline">
        Back to the rules in force
      </Link>
    </p>
  );
}

/** How far scoring everybody by them has come, or that it failed; nothing when it is through. */
export function RulesRun({ run }: Pick<RulesInfo, "run">) {
  if (!run || run.state === "done") return null;
  if (run.state !== "failed") return <RecomputeProgress done={run.done} total={run.total} />;
  return (
    <p role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-danger-text text-sm">
      Not everybody could be scored by these rules. {run.error} Save a change to try again.
    </p>
  );
}
