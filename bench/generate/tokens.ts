// A template holds these marks where one copy of it differs from the next; bench/generate/rewrite.ts
// knows what each becomes. They are words that no text of the simulator contains.

/** The copy's number, 5 hexadecimal digits: part of ids, of the LinkedIn URL and of body hashes. */
export const NUMBER = "zqnzq";
/** The copy's given name. */
export const FIRST = "zqfirstzq";
export const FIRST_CAPITAL = "Zqfirstzq";
/** The copy's family name. */
export const LAST = "zqlastzq";
export const LAST_CAPITAL = "Zqlastzq";
/** What tells the companies that are copies of one apart. */
export const FIRM = "zqfirmzq";
export const FIRM_CAPITAL = "Zqfirmzq";
