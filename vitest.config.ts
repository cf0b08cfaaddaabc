import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Keys for tests alone: they open nothing outside the test databases.
const env = {
  AUTH_SECRET: "test-only-0123456789abcdef0123456789abcdef",
  ENCRYPTION_KEYS: `t1:${Buffer.alloc(32, 7).toString("base64")}`,
  LOG_LEVEL: "silent",
};
const setupFiles = ["test/fixed-seed.ts"];
const integration = {
  setupFiles,
  include: ["test/**/*.test.ts"],
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, Math.min(4, availableParallelism())),
    projects: [
      {
        test: {
          name: "unit",
          env,
          setupFiles,
          include: ["{lib,components,app,bin,scripts}/**/*.test.{ts,tsx}"],
          // Random tests take seconds where the host lends a machine out twice.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...integration,
          name: "embedded",
          env: { ...env, FOYER_TEST_ENGINE: "embedded" },
        },
      },
      {
        test: {
          ...integration,
          name: "server",
          env: { ...env, FOYER_TEST_ENGINE: "server" },
          globalSetup: ["test/setup-server.ts"],
        },
      },
    ],
  },
});
