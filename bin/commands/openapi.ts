import type { Command } from "commander";
import { buildOpenApi } from "#lib/api/openapi.ts";

export function addOpenApiCommand(program: Command): void {
  program
    .command("openapi")
    .description("print the description of the HTTP API (OpenAPI 3.1)")
    .action(() => console.log(JSON.stringify(buildOpenApi(), null, 2)));
}
