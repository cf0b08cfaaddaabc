import { existsSync } from "node:fs";
import { join } from "node:path";

/** Reads `.env` in `root` into the environment; what is set already stays. */
export function loadEnvFile(root: string): void {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
