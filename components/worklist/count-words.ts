import { formatNumber } from "#lib/format.ts";

/** "1 person", "3 people", "200+ people". */
export function countWords(count: number, one: string, many: string, most = Infinity): string {
  if (count === 1) return `1 ${one}`;
  return count > most ? `${formatNumber(most)}+ ${many}` : `${formatNumber(count)} ${many}`;
}

/** How often: "once", "twice", "5 times". */
export function timesWords(count: number): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${formatNumber(count)} times`;
}

/** A path as a rep says it: "/pricing" is pricing, "/" the start page. */
export function pageWords(path: string): string {
  if (path === "/" || path === "") return "start page";
  const words = path.replace(/^\/|\/$/g, "");
  return words.length > 40 ? `…${words.slice(-38)}` : words;
}
