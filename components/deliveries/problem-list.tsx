import type { DeliveryTrace } from "#lib/inbox/get-delivery-trace.ts";

/** Each place of the payload that is not as it should be, or the text of the failure. */
export function ProblemList({ detail }: Pick<DeliveryTrace, "detail">) {
  if (detail.error) {
    return (
      <pre className="overflow-x-auto whitespace-pre-wrap break-words rounded-md bg-danger-soft px-3 py-2 font-mono text-danger-text text-xs">
        {detail.error}
      </pre>
    );
  }
  if (detail.issues.length === 0) return null;
  return (
    <ul
      aria-label="Problems"
      className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line"
    >
      {detail.issues.map(({ path, message }) => (
        <li key={`${path} ${message}`} className="flex flex-wrap gap-x-3 px-3 py-1.5 text-sm">
          <code className="break-all font-mono text-ink text-xs leading-5">{path || "(all)"}</code>
          <span className="text-ink-muted">{message}</span>
        </li>
      ))}
    </ul>
  );
}
