import { z } from "zod";
import { FoyerError } from "#lib/errors.ts";
import { generatedKeys } from "#lib/generated-keys.ts";
import { slot } from "#lib/slot.ts";

const PLACEHOLDERS = /^(change[-_ ]?me|secret|password|test|example|your[-_ ].*)$/i;

/** An environment value that was set to nothing counts as unset. */
const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined);

const schema = z.object({
  DATABASE_URL: optional.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  DATABASE_URL_DIRECT: optional.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  DATA_DIR: z.string().min(1).default("./data"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOSTNAME: z.string().min(1).default("0.0.0.0"),
  APP_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  AUTH_SECRET: optional.pipe(z.string().min(32).optional()),
  ENCRYPTION_KEYS: optional,
  FOYER_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  SKIP_MIGRATIONS: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
  TRUSTED_PROXIES: z.string().default(""),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  METRICS_TOKEN: optional,
  SMTP_URL: optional.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: optional.pipe(z.string().regex(/@/, "must hold an address").max(300).optional()),
  ALLOW_LOOPBACK_WEBHOOKS: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
  BOOTSTRAP_ADMIN_EMAIL: optional.pipe(z.email().optional()),
  BOOTSTRAP_ADMIN_PASSWORD: optional.pipe(z.string().min(12).optional()),
  BOOTSTRAP_WORKSPACE: optional,
  BOOTSTRAP_WEBHOOK_SECRET: optional.pipe(z.string().startsWith("whsec_").optional()),
  BOOTSTRAP_API_KEY: optional.pipe(
    z
      .string()
      .regex(/^fy_[A-Za-z0-9]{32,}$/)
      .optional(),
  ),
});

type Parsed = z.output<typeof schema>;
export type Env = Omit<Parsed, "APP_URL" | "AUTH_SECRET" | "ENCRYPTION_KEYS"> & {
  APP_URL: string;
  AUTH_SECRET: string;
  ENCRYPTION_KEYS: string;
};

/**
 * Parses an environment. With the embedded database, secrets that are not given are generated into
 * DATA_DIR; with DATABASE_URL they are required, because several processes must share them.
 * Throws `invalid_request` that names each offending variable.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new FoyerError("invalid_request", `The configuration is invalid:\n${lines.join("\n")}`);
  }
  const parsed = result.data;
  for (const name of ["AUTH_SECRET", "ENCRYPTION_KEYS"] as const) {
    const value = parsed[name];
    if (value !== undefined && PLACEHOLDERS.test(value)) throw refuse(name, "is a placeholder");
    if (value === undefined && parsed.DATABASE_URL) {
      throw refuse(name, "is required with DATABASE_URL");
    }
  }
  const keys =
    parsed.AUTH_SECRET && parsed.ENCRYPTION_KEYS ? undefined : generatedKeys(parsed.DATA_DIR);
  return {
    ...parsed,
    APP_URL: (parsed.APP_URL ?? `http://localhost:${parsed.PORT}`).replace(/\/+$/, ""),
    AUTH_SECRET: parsed.AUTH_SECRET ?? keys?.authSecret ?? "",
    ENCRYPTION_KEYS: parsed.ENCRYPTION_KEYS ?? keys?.encryptionKeys ?? "",
  };
}

function refuse(name: string, why: string): FoyerError {
  return new FoyerError("invalid_request", `The configuration is invalid:\n  ${name}: ${why}`);
}

/** The configuration of this process, parsed at first use. */
export function env(): Env {
  return slot("env", () => parseEnv(process.env));
}
