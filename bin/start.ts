// `npm start`: builds when needed, then serves. `npm run dev` passes --dev.
import { join } from "node:path";
import { isFoyerError } from "#lib/errors.ts";
import { buildIfNeeded } from "#lib/process/build.ts";
import { loadEnvFile } from "#lib/process/env-file.ts";

const isDev = process.argv.includes("--dev");
const root = join(import.meta.dirname, "..");
process.chdir(root);
loadEnvFile(root);
// React and Next decide by it when they are first imported.
Object.assign(process.env, { NODE_ENV: isDev ? "development" : "production" });

try {
  const { env } = await import("#lib/env.ts");
  env();
  if (!isDev) buildIfNeeded(root);
  const { serve } = await import("#lib/process/serve.ts");
  await serve({ isDev });
} catch (error) {
  console.error(isFoyerError(error) ? error.message : error);
  process.exit(1);
}
