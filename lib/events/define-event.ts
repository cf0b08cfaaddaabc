import { z } from "zod";
import type { Contribution, EventType } from "./contribution.ts";
import type { ContributionParts, EventOrigin } from "./event-origin.ts";
import { envelope } from "./schema/envelope.ts";

/** One thing that is wrong with a payload: where, and what was expected there. */
export interface ShapeIssue {
  path: string;
  message: string;
}

export type ReadOutcome =
  | { ok: true; contribution: Contribution }
  | { ok: false; issues: ShapeIssue[] };

export interface EventDefinition {
  type: EventType;
  /** The whole event, envelope and data; drift is looked for against it. */
  schema: z.ZodType;
  /** Checks the shape of a clean payload and works out what it says. */
  read(payload: unknown, meta: { webhookId: string; hash: string }): ReadOutcome;
}

const MAX_ISSUES = 20;
const NO_TIME = { path: "created", message: "required (or `timestamp`)" };

/** Makes an event of its type, the schema of its `data`, and the pure function that says what it means. */
export function defineEvent<D extends z.ZodType>(parts: {
  type: EventType;
  data: D;
  contribute: (data: z.output<D>, origin: EventOrigin) => ContributionParts;
}): EventDefinition {
  const { type } = parts;
  // Envelope and data are checked apart, so that a data schema may be of any kind.
  const outside = envelope.extend({ data: z.unknown() });
  return {
    type,
    schema: envelope.extend({ data: parts.data }),
    read(payload, meta) {
      const outer = outside.safeParse(payload);
      const inner = parts.data.safeParse(outer.data?.data);
      const occurredAt = outer.data?.created ?? outer.data?.timestamp ?? null;
      if (!outer.success || !inner.success || occurredAt === null) {
        const issues = [
          ...shapeIssues(outer.error, ""),
          ...(outer.success && occurredAt === null ? [NO_TIME] : []),
          ...(outer.success ? shapeIssues(inner.error, "data") : []),
        ];
        return { ok: false, issues: issues.slice(0, MAX_ISSUES) };
      }
      const eventId = outer.data.id || meta.webhookId;
      const origin: EventOrigin = { eventId, hash: meta.hash, type, occurredAt };
      return { ok: true, contribution: { ...origin, ...parts.contribute(inner.data, origin) } };
    },
  };
}

function shapeIssues(error: z.ZodError | undefined, prefix: string): ShapeIssue[] {
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: path.reduce<string>(joinPath, prefix),
    message,
  }));
}

function joinPath(path: string, key: PropertyKey): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? String(key) : `${path}.${String(key)}`;
}
