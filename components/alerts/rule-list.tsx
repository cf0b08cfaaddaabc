import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { RuleListItem } from "#lib/alerts/list-rules.ts";
import { formatNumber } from "#lib/format.ts";
import type { Change } from "./alert-actions.ts";
import { CHANNEL_LOOK } from "./channel-look.tsx";
import { conditionsWords } from "./condition-words.ts";
import { EnableSwitch } from "./enable-switch.tsx";

export type RuleListProps = {
  title: string;
  description: string;
  rules: readonly RuleListItem[];
  /** Path of the alerts. */
  path: string;
  mayChange: boolean;
  setEnabled: Change<[id: string, enabled: boolean]>;
};

const RHYTHM = { instant: "at once", hourly: "hourly", daily: "daily" } as const;

export function RuleList({
  title,
  description,
  rules,
  path,
  mayChange,
  setEnabled,
}: RuleListProps) {
  return (
    <Card title={title} description={description} padded={false}>
      <ul className="divide-y divide-line border-line border-t">
        {rules.map((rule) => (
          <li key={rule.id} className="flex items-center gap-4 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <Link
                  href={`${path}/${rule.id}`}
                  className="min-w-0 break-words rounded-sm font-medium text-sm hover:underline"
                >
                  {rule.name}
                </Link>
                {rule.dead > 0 && (
                  <Badge tone="danger">
                    {rule.dead === 1
                      ? "1 not delivered"
                      : `${formatNumber(rule.dead)} not delivered`}
                  </Badge>
                )}
              </div>
              <p className="mt-0.5 break-words text-ink-muted text-xs">
                {conditionsWords(rule.conditions)}
              </p>
              <p className="mt-0.5 text-ink-muted text-xs sm:hidden">
                <Lately rule={rule} />
              </p>
            </div>
            <div className="hidden w-44 shrink-0 text-right text-ink-muted text-xs sm:block">
              <Lately rule={rule} />
            </div>
            <div className="hidden w-40 shrink-0 items-center justify-end gap-2 whitespace-nowrap text-ink-muted text-xs md:flex">
              <span>{RHYTHM[rule.delivery]}</span>
              {rule.kinds.map((kind) => (
                <span key={kind} title={CHANNEL_LOOK[kind].label}>
                  {CHANNEL_LOOK[kind].icon}
                  <span className="sr-only">{CHANNEL_LOOK[kind].label}</span>
                </span>
              ))}
            </div>
            <EnableSwitch
              id={rule.id}
              name={rule.name}
              isOn={rule.enabledAt !== null}
              disabled={!mayChange}
              setEnabled={setEnabled}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Lately({ rule: { lately, lastFiredAt } }: { rule: RuleListItem }) {
  if (lastFiredAt === null) return "Has not fired yet";
  return (
    <>
      {lately >= 1000 ? "1,000+" : formatNumber(lately)} in 7 days, last{" "}
      <RelativeTime value={lastFiredAt} />
    </>
  );
}
