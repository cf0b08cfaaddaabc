import { isJsonObject, type Json } from "#lib/json.ts";

export type JsonTreeProps = { value: Json; name?: string; depth?: number };

// Deeper parts are closed at first: an enriched person fills several screens.
const OPEN_DEPTH = 3;

/** A JSON value whose objects and lists fold. */
export function JsonTree({ value, name, depth = 0 }: JsonTreeProps) {
  const entries = entriesOf(value);
  if (entries === null || entries.length === 0) {
    return (
      <div className="pl-4">
        <Name name={name} />
        <Leaf value={value} />
      </div>
    );
  }
  return (
    <details open={depth < OPEN_DEPTH} className="pl-4">
      <summary className="-ml-4 rounded-sm pl-4 marker:text-ink-faint hover:bg-hover">
        <Name name={name} />
        <span className="text-ink-faint">
          {Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`}
        </span>
      </summary>
      {entries.map(([key, inner]) => (
        <JsonTree key={key} name={key} value={inner} depth={depth + 1} />
      ))}
    </details>
  );
}

function entriesOf(value: Json): [string, Json][] | null {
  if (Array.isArray(value)) return value.map((inner, index) => [String(index), inner]);
  return isJsonObject(value) ? Object.entries(value) : null;
}

function Name({ name }: { name: string | undefined }) {
  return name === undefined ? null : <span className="text-accent-text">{name}: </span>;
}

function Leaf({ value }: { value: Json }) {
  const isText = typeof value === "string";
  const color = isText ? "text-positive-text" : value === null ? "text-ink-faint" : "text-ink";
  return (
    <span className={`break-words [overflow-wrap:anywhere] ${color}`}>{JSON.stringify(value)}</span>
  );
}
