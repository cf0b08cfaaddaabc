import pino, { type Logger } from "pino";
import { env } from "#lib/env.ts";
import { slot } from "#lib/slot.ts";

/** The process's logger: one JSON object a line on standard output. Never give it payloads or secrets. */
export function log(): Logger {
  return slot("log", () => pino({ level: env().LOG_LEVEL, base: undefined }));
}
