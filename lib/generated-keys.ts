import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const schema = z.object({ authSecret: z.string().min(32), encryptionKeys: z.string().min(32) });

/**
 * The keys of an embedded installation: read from `DATA_DIR/keys.json` (mode 0600), made there at the
 * first start. Losing the file makes stored webhook secrets unreadable, so it belongs in the backup.
 */
export function generatedKeys(dataDir: string): z.output<typeof schema> {
  const file = join(dataDir, "keys.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const keys = {
      authSecret: randomBytes(32).toString("base64"),
      encryptionKeys: `k1:${randomBytes(32).toString("base64")}`,
    };
    try {
      // "wx": of two processes that start together one writes, and both read the same file below.
      writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
  }
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}
