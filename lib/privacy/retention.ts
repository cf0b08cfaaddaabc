import { z } from "zod";

/** Kinds of data that may be kept for a number of days only, in the order in which they are pruned. */
export const RETENTION_KINDS = [
  "visitorDays",
  "visitDays",
  "payloadDays",
  "deliveryDays",
  "auditDays",
  "fileDays",
] as const;

export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Days by kind; null keeps for good. */
export type Retention = Record<RetentionKind, number | null>;

const TEN_YEARS = 3650;

/** The least and the most that can be chosen. */
export const RETENTION_RANGE: Record<RetentionKind, readonly [min: number, max: number]> = {
  visitorDays: [30, TEN_YEARS],
  visitDays: [1, TEN_YEARS],
  payloadDays: [1, TEN_YEARS],
  // A sender repeats what was not answered for some days: until then its ids have to be known.
  deliveryDays: [7, TEN_YEARS],
  auditDays: [30, TEN_YEARS],
  // Files go after 7 days and finished jobs after 30 in any case.
  fileDays: [1, 30],
};

function days(kind: RetentionKind) {
  const [min, max] = RETENTION_RANGE[kind];
  const message = `Give whole days, ${min} to ${max}, or nothing to keep it.`;
  return z.int(message).min(min, message).max(max, message).nullable();
}

/** What an admin chooses to keep. */
export const retentionInput = z.strictObject({
  visitorDays: days("visitorDays"),
  visitDays: days("visitDays"),
  payloadDays: days("payloadDays"),
  deliveryDays: days("deliveryDays"),
  auditDays: days("auditDays"),
  fileDays: days("fileDays"),
} satisfies Record<RetentionKind, z.ZodType>);

export const KEEP_ALL: Retention = {
  visitorDays: null,
  visitDays: null,
  payloadDays: null,
  deliveryDays: null,
  auditDays: null,
  fileDays: null,
};
