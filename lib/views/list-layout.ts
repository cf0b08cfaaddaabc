import { z } from "zod";

/** The lists whose columns and views are remembered. */
export const LIST_ROOMS = ["visitors", "companies"] as const;
export const listRoom = z.enum(LIST_ROOMS);
export type ListRoom = z.output<typeof listRoom>;

const columnId = z.string().regex(/^[A-Za-z]{1,40}$/);
const columnIds = z.array(columnId).max(60).catch([]);

/**
 * How a member likes a list. Each part that does not fit (an older or a newer Foyer wrote it) falls back
 * by itself to the list as it comes. Widths in pixels.
 */
export const listLayout = z.object({
  hidden: columnIds.default([]),
  order: columnIds.default([]),
  pinned: columnIds.default([]),
  widths: z.record(columnId, z.int().min(64).max(800)).catch({}).default({}),
  density: z.enum(["comfortable", "compact"]).catch("comfortable").default("comfortable"),
});

export type ListLayout = z.output<typeof listLayout>;
