import type { TestProject } from "vitest/node";
import { migrate } from "#lib/db/migrate.ts";
import { openServer } from "#lib/db/server.ts";
import { startPostgres } from "#test/postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/** Starts one server for the run and migrates the template that each test file's database is cloned from. */
export default async function setup(project: TestProject) {
  const server = await startPostgres({ fsync: "off", max_connections: "60" });
  const admin = openServer(server.url, 1);
  await admin.query("CREATE DATABASE foyer_template");
  await admin.close();
  const template = openServer(server.url.replace(/\/postgres$/, "/foyer_template"), 1);
  await migrate(template);
  await template.close();
  project.provide("serverUrl", server.url);
  return () => server.stop();
}
