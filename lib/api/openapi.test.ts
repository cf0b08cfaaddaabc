import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildOpenApi, operations } from "#lib/api/openapi.ts";

const ROOT = join(import.meta.dirname, "../../app/api/v1");

test("every operation has a route, and every route is described", () => {
  const described = operations.map(({ path }) => path.replaceAll("{", "[").replaceAll("}", "]"));
  for (const path of described) expect(existsSync(join(ROOT, path, "route.ts")), path).toBe(true);
  const routes = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => `/${file.replace(/\/route\.ts$/, "")}`)
    .filter((path) => path !== "/[[...path]]" && path !== "/openapi.json");
  expect(routes.sort()).toEqual([...described].sort());
});

test("parameters and answers are spelled out", () => {
  const { paths, components } = buildOpenApi();
  const parameters = paths?.["/visitors"]?.get?.parameters ?? [];
  const names = parameters.map((parameter) => ("name" in parameter ? parameter.name : "?"));
  expect(names).toEqual(
    expect.arrayContaining(["q", "validity", "seenTo", "sort", "limit", "cursor"]),
  );
  expect(Object.keys(components?.schemas ?? {})).toEqual(
    expect.arrayContaining(["Visitor", "VisitorRow", "Company", "Session", "Delivery", "Problem"]),
  );
  expect(JSON.stringify(components?.schemas)).toContain('"format":"date-time"');
});
