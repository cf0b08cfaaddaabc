"use client";

import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ChannelRulesVersion } from "#lib/attribution/channel-rules/versions.ts";
import type { RuleActions } from "./rule-actions.ts";

export type VersionsListProps = {
  /** Newest first. */
  versions: readonly ChannelRulesVersion[];
  restore: RuleActions["restore"];
};

function countWords(count: number): string {
  if (count === 0) return "Default channels only";
  return count === 1 ? "1 rule" : `${count} rules`;
}

/** What was in force when, and the way back. */
export function VersionsList({ versions, restore }: VersionsListProps) {
  const latest = versions[0]?.version ?? 0;
  const isOldest = versions.at(-1)?.version === 1;
  // Before the first version there were the default channels alone.
  const none = { version: 0, rules: [], note: null, createdAt: null, appliedAt: null };
  const shown = isOldest ? [...versions, none] : versions;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {shown.map(({ version, rules, note, createdAt, appliedAt }) => (
        <li key={version} className="flex items-center gap-4 px-4 py-2.5 text-sm">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="font-medium text-ink">Version {version}</span>
            {version === latest && (
              <Badge>{appliedAt === null ? "Being applied to past visits" : "In force"}</Badge>
            )}
            <span className="text-ink-muted text-xs">
              {countWords(rules.length)}
              {note && ` · ${note}`}
              {createdAt && (
                <>
                  {" · "}
                  <RelativeTime value={createdAt} />
                </>
              )}
            </span>
          </div>
          {version !== latest && (
            <ConfirmDialog
              trigger={
                <Button size="sm" aria-label={`Restore version ${version}`}>
                  Restore
                </Button>
              }
              title={`Put version ${version} in force again?`}
              description="It becomes a new version, and all sessions get their channels by it. Figures read as they did under it."
              confirmLabel="Restore"
              onConfirm={() => restore(version, latest)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
