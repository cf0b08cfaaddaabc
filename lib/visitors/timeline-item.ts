import { z } from "zod";
import { instant } from "#lib/columns.ts";

const text = z.string().nullable();

export const TIMELINE_KINDS = [
  "session",
  "pageview",
  "outlink",
  "signal",
  "resolved",
  "qualified",
  "enriched",
  "validated",
  "finalized",
  "note",
  "status",
  "owner",
] as const;

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** An instant inside of JSON, as the database writes it there. */
const instantText = z.preprocess(
  (value) => (typeof value === "string" ? new Date(value).toISOString() : value),
  z.iso.datetime(),
);

const page = { sessionId: z.string(), url: z.string(), path: z.string(), title: text };
const stage = { eventId: z.string(), sessionId: text };
const member = z.object({ id: z.string(), name: text });

/** One thing that happened with a visitor. */
export const timelineItem = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("session"),
      at: instant,
      sessionId: z.string(),
      landingPage: z.string(),
      channel: z.string(),
      source: text,
      medium: text,
      campaign: text,
      referrer: text,
      pageviews: z.int(),
      engagedMs: z.int(),
    }),
    z.object({
      kind: z.literal("pageview"),
      at: instant,
      ...page,
      referrer: text,
      dwellMs: z.int().nullable(),
    }),
    z.object({ kind: z.literal("outlink"), at: instant, ...page, outlink: z.string() }),
    z.object({
      kind: z.literal("signal"),
      at: instant,
      ...page,
      signal: z.string(),
      props: z.record(z.string(), z.unknown()).nullable(),
    }),
    z.object({ kind: z.literal("resolved"), at: instant, ...stage }),
    z.object({ kind: z.literal("qualified"), at: instant, ...stage }),
    z.object({ kind: z.literal("enriched"), at: instant, ...stage }),
    z.object({ kind: z.literal("finalized"), at: instant, ...stage }),
    z.object({
      kind: z.literal("validated"),
      at: instant,
      email: z.string(),
      validity: text,
      provider: text,
      error: z.object({ code: text, message: text }).nullable(),
      eventId: z.string(),
    }),
    z.object({
      kind: z.literal("note"),
      at: instant,
      noteId: z.string(),
      body: z.string(),
      editedAt: instantText.nullable(),
      author: member,
    }),
    z.object({
      kind: z.literal("status"),
      at: instant,
      status: text,
      from: text,
      by: member.nullable(),
    }),
    z.object({
      kind: z.literal("owner"),
      at: instant,
      owner: member.nullable(),
      by: member.nullable(),
    }),
  ])
  .meta({ id: "TimelineItem" });

export type TimelineItem = z.output<typeof timelineItem>;
