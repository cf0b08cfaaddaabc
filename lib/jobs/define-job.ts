import type { z } from "zod";
import type { Json } from "#lib/json.ts";

/** What a job knows and can say while it runs. */
export interface JobContext {
  readonly workspaceId: string;
  /** Who asked for it; null when Foyer did. */
  readonly userId: string | null;
  readonly jobId: string;
  /** What the last `progress` of an attempt that broke off had kept; null at the first attempt. */
  readonly checkpoint: Json | null;
  /** Aborted when the process stops or another worker has taken the job over. */
  readonly signal: AbortSignal;
  /**
   * Writes how far it is, and where another attempt may go on. Throws when the job is no longer this
   * worker's: call it between batches and let that error pass.
   */
  progress(done: number, total: number | null, checkpoint?: Json): Promise<void>;
  /** Keeps what came of it, for whoever asked. */
  result(value: Json): Promise<void>;
}

/** A job as the runner sees it: its input is checked before it runs. */
export interface Job {
  readonly name: string;
  run(context: JobContext, input: unknown): Promise<void>;
}

/**
 * Describes a job. It may run more than once (its worker dies, the database goes away), so each batch
 * must bear being repeated. A FoyerError that it throws fails it with those words; any other error is
 * tried again a few times first.
 */
export function defineJob<S extends z.ZodType>(spec: {
  name: string;
  input: S;
  run: (context: JobContext, input: z.output<S>) => Promise<void>;
}): Job {
  const { name, input, run } = spec;
  return { name, run: async (context, raw) => run(context, input.parse(raw)) };
}
