/** Every cell of the receipts. */
export const RECEIPT_CELL = "px-2 first:pl-4 last:pr-4 md:px-3";
/** What stands below the channel on a phone and has a column of its own elsewhere. */
export const WIDE_ONLY = "max-md:hidden";
