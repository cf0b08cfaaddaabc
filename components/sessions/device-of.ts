import Bowser from "bowser";

export interface DeviceWords {
  /** "Chrome on macOS"; null when the text says nothing. */
  label: string | null;
  kind: "desktop" | "mobile" | "tablet";
}

/** The browser and system that a user agent names. */
export function deviceOf(userAgent: string | null): DeviceWords {
  if (!userAgent) return { label: null, kind: "desktop" };
  const { browser, os, platform } = Bowser.parse(userAgent);
  const label = [browser.name, os.name].filter(Boolean).join(" on ");
  const kind = platform.type === "mobile" || platform.type === "tablet" ? platform.type : "desktop";
  return { label: label || null, kind };
}
