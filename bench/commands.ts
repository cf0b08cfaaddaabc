import { z } from "zod";

const commandSchema = z.object({
  n: z.number(),
  command: z.string(),
  input: z.unknown().optional(),
});

/** The child's side of child.ts: says hello, then answers each command by its handler. */
export function serveCommands(
  hello: unknown,
  handlers: Record<string, (input: unknown) => unknown> = {},
): void {
  process.on("message", async (message) => {
    const { n, command, input } = commandSchema.parse(message);
    try {
      const handler = handlers[command];
      if (!handler) throw new Error(`no such command: ${command}`);
      process.send?.({ n, result: await handler(input) });
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.send?.({ n, error: text });
    }
  });
  // Whoever started us is gone: so are we.
  process.on("disconnect", () => process.exit(0));
  process.send?.({ hello });
}
