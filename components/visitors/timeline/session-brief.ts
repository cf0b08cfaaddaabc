import type { DeviceKind } from "#components/visitors/timeline/session-icon.tsx";

/** What the head of a session says on the timeline. Instants are ISO texts. */
export interface SessionBrief {
  sid: string;
  startedAt: string;
  landingPage: string;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  referrer: string | null;
  pageviews: number;
  engagedMs: number;
  /** "Chrome on macOS"; null when the browser did not say. */
  device: string | null;
  deviceKind: DeviceKind;
  /** "Lisbon, Portugal". */
  place: string | null;
}
