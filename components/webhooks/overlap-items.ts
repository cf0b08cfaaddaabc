/** For how long the old secrets may still sign; the values are hours. */
export const OVERLAP_ITEMS = [
  { value: "0", label: "Not at all: it ends now" },
  { value: "1", label: "For 1 hour" },
  { value: "24", label: "For 24 hours" },
  { value: "72", label: "For 3 days" },
  { value: "168", label: "For 7 days" },
] as const;
