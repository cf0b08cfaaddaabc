import { CodeBlock } from "#components/ui/code-block.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Json } from "#lib/json.ts";
import { JsonTree } from "./json-tree.tsx";

export type PayloadProps = {
  /** The body as it came; null when it is no longer kept. */
  body: Uint8Array | null;
  /** The parsed body; undefined when it is no JSON. */
  value: Json | undefined;
  /** What was taken out of it. */
  removed: readonly string[];
};

// A tree of more characters than this is slow to draw; its text is not.
const MAX_TREE = 200_000;

/** A body in three forms: to read, to copy, and byte for byte. */
export function Payload({ body, value, removed }: PayloadProps) {
  if (body === null) {
    return <p className="text-ink-muted text-sm">The body is no longer kept; its row is.</p>;
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  const raw = {
    value: "raw",
    label: removed.length === 0 ? "As received" : "As stored",
    panel: <CodeBlock code={text} title="Body" maxHeight="40rem" />,
  };
  if (value === undefined) return raw.panel;
  const pretty = {
    value: "json",
    label: "JSON",
    panel: <CodeBlock code={JSON.stringify(value, null, 2)} title="Payload" maxHeight="40rem" />,
  };
  const tree = {
    value: "tree",
    label: "Tree",
    panel: (
      <div className="max-h-160 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-xs leading-5">
        <JsonTree value={value} />
      </div>
    ),
  };
  return (
    <div className="flex flex-col gap-3">
      {removed.length > 0 && <p className="text-ink-muted text-sm">{removedWords(removed)}</p>}
      <Tabs tabs={text.length > MAX_TREE ? [pretty, raw] : [tree, pretty, raw]} />
    </div>
  );
}

const BY_AGE: Record<string, string> = {
  raw: "fields that Foyer does not read",
  visit: "page views and visit details",
};

function removedWords(removed: readonly string[]): string {
  const names = removed.map((name) => BY_AGE[name] ?? name);
  const list = new Intl.ListFormat("en").format(names);
  return `Not as it was received: without ${list}. Its signature can no longer be verified.`;
}
