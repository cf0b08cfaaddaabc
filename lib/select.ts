import type { z } from "zod";
import { sql } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

/** Runs a composed query and gives each row the shape of `row`; a row of another shape throws. */
export async function selectRows<T extends z.ZodType>(
  row: T,
  query: Prisma.Sql,
): Promise<z.output<T>[]> {
  const rows = await sql().query(query.text, query.values);
  return rows.map((raw) => row.parse(raw));
}

/** The first row of a query, or null. */
export async function selectFirst<T extends z.ZodType>(
  row: T,
  query: Prisma.Sql,
): Promise<z.output<T> | null> {
  const [first] = await selectRows(row, query);
  return first ?? null;
}
