import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { type EmbeddedEngine, openEmbedded } from "#lib/db/embedded.ts";
import { PrismaClient } from "#lib/db/generated/client.ts";
import { openServer, type ServerEngine } from "#lib/db/server.ts";
import type { Engine } from "#lib/db/sql.ts";
import { env } from "#lib/env.ts";
import { FoyerError } from "#lib/errors.ts";
import { slot } from "#lib/slot.ts";

interface OpenDatabase {
  engine: Engine;
  prisma: PrismaClient;
}

interface Holder {
  open: OpenDatabase | null;
  opening: Promise<OpenDatabase> | null;
}

const holder = (): Holder => slot<Holder>("database", () => ({ open: null, opening: null }));

const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 20_000 };

/** Prisma over an engine that is already open. */
export function prismaOn(engine: EmbeddedEngine | ServerEngine): PrismaClient {
  const adapter =
    engine.kind === "embedded" && "pglite" in engine
      ? new PrismaPGlite(engine.pglite)
      : new PrismaPg((engine as ServerEngine).pool);
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
}

/** Opens the database that the configuration names, once per process. Does not migrate. */
export async function openDatabase(): Promise<Engine> {
  const state = holder();
  if (state.open) return state.open.engine;
  state.opening ??= (async () => {
    const { DATABASE_URL, DATABASE_URL_DIRECT, DATA_DIR } = env();
    const isPooled = DATABASE_URL_DIRECT !== undefined && DATABASE_URL_DIRECT !== DATABASE_URL;
    const engine = DATABASE_URL
      ? openServer(DATABASE_URL, undefined, { isPooled })
      : await openEmbedded(DATA_DIR);
    return adoptDatabase(engine);
  })();
  try {
    return (await state.opening).engine;
  } finally {
    state.opening = null;
  }
}

/** Makes an engine the process's database (tests bring their own). */
export function adoptDatabase(engine: EmbeddedEngine | ServerEngine): OpenDatabase {
  const open = { engine, prisma: prismaOn(engine) };
  holder().open = open;
  return open;
}

/** Closes the process's database, if it is open. */
export async function closeDatabase(): Promise<void> {
  const { open } = holder();
  holder().open = null;
  await open?.prisma.$disconnect();
  await open?.engine.close();
}

function requireOpen(): OpenDatabase {
  const { open } = holder();
  if (!open) throw new FoyerError("unavailable", "The database is not open yet.");
  return open;
}

/** Prisma on the open database. */
export function db(): PrismaClient {
  return requireOpen().prisma;
}

/** Raw SQL on the open database. */
export function sql(): Engine {
  return requireOpen().engine;
}
