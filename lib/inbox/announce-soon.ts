import { announceDeliveries } from "#lib/inbox/notice.ts";
import { slot } from "#lib/slot.ts";

// A notice is a transaction: one for each delivery cost the door more than storing the delivery did.
const EVERY_MS = 20;

interface Announcer {
  isDue: boolean;
  timer: NodeJS.Timeout | null;
}

/** Announces deliveries at once, and those of the next milliseconds together after that time. */
export function announceSoon(): void {
  const state = slot<Announcer>("announcer", () => ({ isDue: false, timer: null }));
  if (state.timer) {
    state.isDue = true;
    return;
  }
  void announceDeliveries();
  state.timer = setTimeout(() => {
    state.timer = null;
    if (!state.isDue) return;
    state.isDue = false;
    announceSoon();
  }, EVERY_MS);
  state.timer.unref();
}
