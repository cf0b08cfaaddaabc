import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { preparedOn } from "#lib/db/embedded-prepared.ts";
import { takeFolderLock } from "#lib/db/folder-lock.ts";
import type { Engine, Row, Sql } from "#lib/db/sql.ts";
import { whileOpen } from "#lib/db/while-open.ts";

// Same shapes as the server driver gives: int8 and numeric as text. Bytes go through Buffer's hex, which
// takes a fifth of the time of the engine's own conversion (28 ms instead of 150 for 1 MiB).
const parsers = {
  [types.INT8]: asText,
  [types.NUMERIC]: asText,
  [types.BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex")),
};
const serializers = { [types.BYTEA]: asBinary };

/**
 * Bytes as they are: the engine then binds them in binary, at an eighth of the cost of hex. Its types
 * only know serializers to text.
 */
function asBinary(bytes: Uint8Array): string {
  return bytes as unknown as string;
}

function asText(value: string): string {
  return value;
}

type Queryable = Pick<PGlite, "query">;

function sqlOn(target: Queryable): Sql {
  return sqlOf(
    async (text, values = []) =>
      (await target.query<Row>(text, [...values], { parsers, serializers })).rows,
  );
}

/** How long statements may follow one another before timers and sockets have their turn. */
const TURN_MS = 20;
let turnEndsAt = 0;

/**
 * The engine answers without ever going back to the event loop: whoever asks hundreds of statements one after the other
 * (sums of ninety days) would leave every request unread for as long as they take.
 */
async function letOthersHaveTheirTurn(): Promise<void> {
  if (performance.now() < turnEndsAt) return;
  await nextTurn();
  turnEndsAt = performance.now() + TURN_MS;
}

function sqlOf(ask: Sql["query"]): Sql {
  const query: Sql["query"] = async (text, values) => {
    const rows = await ask(text, values);
    await letOthersHaveTheirTurn();
    return rows;
  };
  return {
    query,
    async run(text, values) {
      await query(text, values);
    },
  };
}

/** The embedded engine and the driver object behind it, which Prisma's adapter needs. */
export interface EmbeddedEngine extends Engine {
  readonly pglite: PGlite;
}

/**
 * Opens PGlite in `dataDir/postgres`, or in memory when `dataDir` is null (tests). PGlite lets two
 * processes open one folder and then loses rows in silence, so the folder is locked first; a second
 * process gets a `conflict` error with the holder's pid.
 */
export async function openEmbedded(
  dataDir: string | null,
  loadDataDir?: Blob,
): Promise<EmbeddedEngine> {
  let release: (() => void) | undefined;
  if (dataDir !== null) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    release = takeFolderLock(dataDir);
  }
  try {
    const pglite = await PGlite.create({
      ...(dataDir === null ? {} : { dataDir: join(dataDir, "postgres") }),
      ...(loadDataDir ? { loadDataDir } : {}),
      extensions: { pg_trgm },
    });
    // As for a server (server.ts): probing an index costs little more than reading on.
    await pglite.exec("SET TIME ZONE 'UTC'; SET random_page_cost = 1.1");
    const prepared = sqlOf(preparedOn(pglite, { parsers, serializers }));
    return {
      kind: "embedded",
      pglite,
      ...sqlOn(pglite),
      prepared: sqlOn(pglite),
      transaction: (work) => pglite.transaction((tx) => whileOpen(sqlOn(tx), work)),
      longTransaction: (work) => pglite.transaction((tx) => whileOpen(sqlOn(tx), work)),
      preparedTransaction: (work) => pglite.transaction(() => whileOpen(prepared, work)),
      script: async (text) => {
        await pglite.exec(text);
      },
      close: async () => {
        await pglite.close();
        release?.();
      },
    };
  } catch (error) {
    release?.();
    throw error;
  }
}
