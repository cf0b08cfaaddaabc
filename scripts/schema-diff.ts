// The SQL that leads from what prisma/migrations produce (or from nothing, with --from-empty) to
// prisma/schema.prisma. Prints nothing and exits 0 when they agree. Runs offline: Prisma's schema engine
// as WebAssembly over an in-memory PGlite.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { z } from "zod";
import { openEmbedded } from "#lib/db/embedded.ts";
import { migrate } from "#lib/db/migrate.ts";

async function loadEngine() {
  const require = createRequire(import.meta.url);
  const folder = join(require.resolve("@prisma/schema-engine-wasm"), "..");
  const background = await import(join(folder, "schema_engine_bg.js"));
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": background,
  });
  background.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return background.SchemaEngine;
}

function schemaFiles() {
  const folder = join(process.cwd(), "prisma");
  const models = readdirSync(join(folder, "models")).map((name) => `models/${name}`);
  return ["schema.prisma", ...models].map((name) => ({
    path: join(folder, name),
    content: readFileSync(join(folder, name), "utf8"),
  }));
}

/** The SQL from the migrated (or empty) database to the Prisma schema; "" when they agree. */
export async function diffSchema(fromEmpty = false): Promise<string> {
  const SchemaEngine = await loadEngine();
  const files = schemaFiles();
  const engine = await openEmbedded(null);
  try {
    if (!fromEmpty) {
      await migrate(engine);
      await engine.script("DROP TABLE _prisma_migrations");
    }
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(engine.pglite));
    const schemaEngine = await SchemaEngine.new(
      { datamodels: files.map((file) => [file.path, file.content]) },
      () => {},
      adapter,
    );
    const result = await schemaEngine.diff({
      from: fromEmpty
        ? { tag: "empty" }
        : { tag: "schemaDatasource", files, configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    const script = z.object({ stdout: z.string().nullish() }).parse(result).stdout ?? "";
    return script.includes("This is an empty migration") ? "" : script;
  } finally {
    await engine.close();
  }
}

if (import.meta.main) {
  const script = await diffSchema(process.argv.includes("--from-empty"));
  if (script.trim() !== "") {
    console.log(script);
    process.exitCode = 1;
  }
}
