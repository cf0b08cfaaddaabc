import type { TimelineItem } from "#lib/visitors/timeline-item.ts";

/** Anything else that the site reports, with its properties as they were sent. */
export function SignalEntry({ item }: { item: Extract<TimelineItem, { kind: "signal" }> }) {
  const props = Object.entries(item.props ?? {});
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="break-all text-ink">{item.signal}</span>
        <span title={item.url} className="min-w-0 truncate text-ink-muted text-xs leading-5">
          {item.path}
        </span>
      </div>
      {props.length > 0 && (
        <dl className="mt-1 flex flex-wrap gap-1.5">
          {props.map(([name, value]) => (
            <div
              key={name}
              className="flex max-w-full gap-1 rounded-sm bg-sunken px-1.5 font-mono text-2xs text-ink-muted leading-5"
            >
              <dt>{name}</dt>
              <dd className="min-w-0 break-all text-ink">{textOf(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
