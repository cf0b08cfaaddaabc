import { now } from "#lib/clock.ts";

const LONGEST = 30_000;

/**
 * How long to wait (ms) before the next attempt: what `Retry-After` says in seconds or as a date, else
 * doubling from 200 ms. Never more than half a minute.
 */
export function retryDelay(header: string | null, attempt: number): number {
  const wait = header === null ? Number.NaN : secondsOf(header);
  const delay = Number.isNaN(wait) ? 200 * 2 ** (attempt - 1) : wait * 1000;
  return Math.min(LONGEST, Math.max(0, delay));
}

function secondsOf(header: string): number {
  if (/^\d+$/.test(header.trim())) return Number(header);
  return (Date.parse(header) - now()) / 1000;
}
