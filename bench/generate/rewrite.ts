import { FIRM, FIRM_CAPITAL, FIRST, FIRST_CAPITAL, LAST, LAST_CAPITAL, NUMBER } from "./tokens.ts";

/** One copy of a template and what its marks become. */
export interface Copy {
  number: string;
  first: string;
  last: string;
  firm: string;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A text of a template as the copy has it: what the SQL below does, for the test that compares both. */
export function rewrite(text: string, { number, first, last, firm }: Copy): string {
  return text
    .replaceAll(NUMBER, number)
    .replaceAll(FIRST, first)
    .replaceAll(FIRST_CAPITAL, capital(first))
    .replaceAll(LAST, last)
    .replaceAll(LAST_CAPITAL, capital(last))
    .replaceAll(FIRM, firm)
    .replaceAll(FIRM_CAPITAL, capital(firm));
}

/** Marks, and the column of `bench.copy c` that holds what stands in their place. */
export const MARKS: readonly [mark: string, column: string][] = [
  [NUMBER, `c."number"`],
  [FIRST, `c."first"`],
  [FIRST_CAPITAL, `c."firstCapital"`],
  [LAST, `c."last"`],
  [LAST_CAPITAL, `c."lastCapital"`],
  [FIRM, `c."firm"`],
  [FIRM_CAPITAL, `c."firmCapital"`],
];

/** SQL that rewrites `expression` where the named marks occur in it. */
export function rewriteSql(expression: string, marks: readonly string[]): string {
  return MARKS.filter(([mark]) => marks.includes(mark)).reduce(
    (so, [mark, column]) => `replace(${so}, '${mark}', ${column})`,
    expression,
  );
}
