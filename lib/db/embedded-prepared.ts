import { type PGlite, parse, protocol } from "@electric-sql/pglite";
import type { Row } from "#lib/db/sql.ts";

const { serialize } = protocol;

interface Prepared {
  name: string;
  /** The types of its parameters. */
  types: number[];
  /** The message that describes its rows; none where it gives none. */
  shape: Messages;
}

type Messages = Parameters<typeof parse.parseResults>[0];

interface Codecs {
  parsers: Record<number, (text: string) => unknown>;
  serializers: Record<number, (value: never) => string>;
}

/**
 * Runs statements that come again and again on the embedded engine, which has one connection: each text is
 * parsed and described once, and a call is then one message of three parts. The engine's own `query`
 * parses, plans and describes each time, at six crossings into the engine. To be called within a
 * transaction of the engine.
 */
export function preparedOn(pglite: PGlite, { parsers, serializers }: Codecs) {
  const known = new Map<string, Prepared>();
  const send = (...parts: Uint8Array[]) =>
    pglite.execProtocol(joined(parts), { syncToFs: false }).then(({ messages }) => messages);

  async function prepare(text: string): Promise<Prepared> {
    const name = `foyer_${known.size + 1}`;
    const described = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    );
    const shape = described.filter((message) => message.name === "rowDescription");
    const prepared = { name, types: parse.parseDescribeStatementResults(described), shape };
    known.set(text, prepared);
    return prepared;
  }

  function bindable(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null;
    const serializer: ((value: never) => string) | undefined =
      serializers[type] ?? pglite.serializers[type];
    return serializer ? serializer(value as never) : String(value);
  }

  return async (text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    pglite.runExclusive(async () => {
      const { name, types, shape } = known.get(text) ?? (await prepare(text));
      const messages = await send(
        serialize.bind({
          statement: name,
          values: values.map((value, index) => bindable(value, types[index] ?? 0)),
        }),
        serialize.execute({}),
        serialize.sync(),
      );
      const [result] = parse.parseResults([...shape, ...messages], pglite.parsers, { parsers });
      return result?.rows ?? [];
    });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
