import { defineConfig } from "prisma/config";

// `prisma generate` looks for the schema engine on disk but never runs it. Its download host is not
// reachable everywhere, so any existing file will do.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL_DIRECT ?? process.env.DATABASE_URL ?? "" },
});
