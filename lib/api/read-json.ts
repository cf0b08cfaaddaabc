import { FoyerError } from "#lib/errors.ts";
import { readCapped } from "#lib/inbox/read-body.ts";

const MAX_BYTES = 16 * 1024;

/** The JSON that a request carries. Throws `payload_too_large`, `invalid_request`. */
export async function readJson(request: Request): Promise<unknown> {
  const read = request.body ? await readCapped(request.body, MAX_BYTES) : null;
  if (read && !read.ok && read.reason === "too_large") {
    throw new FoyerError("payload_too_large", "The body is longer than 16 KiB.");
  }
  if (read?.ok) {
    try {
      return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(read.bytes));
    } catch {
      // Told below.
    }
  }
  throw new FoyerError("invalid_request", "Send a JSON body.");
}
