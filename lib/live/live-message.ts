import { z } from "zod";

const workspaceId = z.string();

/**
 * Something that happened while pages are open. What it says is a hint to read again, never the data
 * itself: every reader goes through a gate of its own.
 */
export const liveMessage = z.discriminatedUnion("kind", [
  /** Visitors were projected, and where they work. `isMore`: there were more than are named. */
  z.object({
    kind: z.literal("visitors"),
    workspaceId,
    visitorIds: z.array(z.string()),
    companyIds: z.array(z.string()).default([]),
    isMore: z.boolean(),
  }),
  /** A background job got on; told to the member who started it, or to all. */
  z.object({
    kind: z.literal("job"),
    workspaceId,
    jobId: z.string(),
    userId: z.string().nullable(),
  }),
  /** There is something new for one member. */
  z.object({ kind: z.literal("notification"), workspaceId, userId: z.string() }),
]);

export type LiveMessage = z.output<typeof liveMessage>;

/** True when a message is meant for a member. */
export function isFor(message: LiveMessage, member: { workspaceId: string; userId: string }) {
  if (message.workspaceId !== member.workspaceId) return false;
  return message.kind === "visitors" || message.userId === null || message.userId === member.userId;
}
