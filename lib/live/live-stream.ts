import { subscribeLive } from "#lib/live/hub.ts";
import { isFor } from "#lib/live/live-message.ts";
import { log } from "#lib/log.ts";

const BEAT_MS = 15_000;

interface Listening {
  workspaceId: string;
  userId: string;
  /** Asked at every beat: false ends the stream (signed out, disabled, no longer a member). */
  isStillAllowed: () => Promise<boolean>;
  beatMs?: number;
}

/**
 * What a member is told, as server-sent events. It ends when the reader leaves, when the member may no
 * longer read, and when the process stops. Throws `unavailable` while it stops.
 */
export function liveStream({ isStillAllowed, beatMs = BEAT_MS, ...member }: Listening) {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const end = () => {
        stop();
        controller.close();
      };
      const unsubscribe = subscribeLive({
        onMessage: (message) => {
          const { workspaceId: _, ...told } = message;
          if (isFor(message, member)) say(`data: ${JSON.stringify(told)}\n\n`);
        },
        onClose: end,
      });
      let isEnded = false;
      // Keeps proxies from taking the silence for an end.
      const timer = setInterval(async () => {
        const isAllowed = await isStillAllowed().catch((error: unknown) => {
          log().warn({ err: error }, "a live stream could not be checked");
          return false;
        });
        if (isEnded) return;
        if (isAllowed) say(": beat\n\n");
        else end();
      }, beatMs);
      timer.unref();
      stop = () => {
        isEnded = true;
        clearInterval(timer);
        unsubscribe();
      };
      // The browser comes back after this many milliseconds when the connection breaks.
      say("retry: 2000\n\n");
    },
    cancel: () => stop(),
  });
}
