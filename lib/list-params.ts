import { z } from "zod";

/** Parameters that every list takes. */
export const pagingParams = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(2_000).optional(),
};

/** Free text to look for. */
export const searchText = z.string().trim().min(1).max(200);

/** A short exact value such as a campaign or an id. */
export const exactText = z.string().trim().min(1).max(500);

/** A date (`2026-05-04`, in UTC) or an instant with its offset. */
export const dateOrInstant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

const DAY_MS = 86_400_000;

/** The first instant that `from` lets in, as ISO text. */
export function startOf(from: string): string {
  return new Date(from).toISOString();
}

/** The first instant that `to` keeps out: a date takes its whole day along, an instant itself. */
export function endOf(to: string): string {
  const isDate = !to.includes("T");
  return new Date(new Date(to).getTime() + (isDate ? DAY_MS : 1)).toISOString();
}
