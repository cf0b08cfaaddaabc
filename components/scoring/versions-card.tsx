import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { RuleVersion } from "#lib/scoring/rule-versions.ts";

export type VersionsCardProps = {
  /** Newest first. */
  versions: readonly RuleVersion[];
  /** The version in force. */
  inForce: number;
  /** The path of the page. */
  path: string;
  /** Where the older ones are. */
  nextBefore: number | null;
};

/** Who changed the rules when, and what; each version can be opened in the form, looked at and saved again. */
export function VersionsCard({ versions, inForce, path, nextBefore }: VersionsCardProps) {
  return (
    <Card
      title="Versions"
      description="Restoring one puts its rules in the form above: preview them, then save."
      padded={false}
      footer={
        nextBefore !== null && (
          <Link href={`${path}?before=${nextBefore}#versions`} className="rounded-sm underline">
            Older versions
          </Link>
        )
      }
    >
      <ul id="versions" className="scroll-mt-16 divide-y divide-line border-line border-t">
        {versions.map(({ version, at, by, changes }) => (
          <li key={version} className="flex items-start gap-4 px-4 py-2.5 text-sm">
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <span className="font-medium text-ink">
                  {version === 0 ? "Foyer’s defaults" : `Version ${version}`}
                </span>
                {version === inForce && <Badge tone="positive">In force</Badge>}
                {at !== null && (
                  <span className="text-ink-muted text-xs">
                    {by ?? "A former member"}, <RelativeTime value={at} />
                  </span>
                )}
              </div>
              {changes.length > 0 && (
                <ul className="mt-1 flex flex-col gap-0.5 text-ink-muted text-xs">
                  {changes.map((change) => (
                    <li key={change} className="break-words">
                      {change}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {version !== inForce && (
              <LinkButton
                size="sm"
                href={`${path}?version=${version}`}
                aria-label={
                  version === 0 ? "Restore Foyer’s defaults" : `Restore version ${version}`
                }
              >
                Restore
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
