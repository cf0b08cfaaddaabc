/** @type {import('next').NextConfig} */
export default {
  // Native or WebAssembly parts, and packages that must be the same module inside and outside the bundle.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pglite-prisma-adapter",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@node-rs/argon2",
    "pg",
    "pino",
    "prom-client",
  ],
  poweredByHeader: false,
  // The webhook path answers with and without a trailing slash, never with a redirect.
  skipTrailingSlashRedirect: true,
  // `npm run types` checks the whole tree; doing it again at the first start only costs the user time.
  typescript: { ignoreBuildErrors: true },
  // Server actions take secrets as arguments: the development server must not print them.
  logging: { serverFunctions: false },
  reactStrictMode: true,
  // Links that are their own key: no search engine lists them, no other site learns them.
  headers: async () =>
    ["/share/:path*", "/stop-report/:path*"].map((source) => ({
      source,
      headers: [
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
        { key: "Referrer-Policy", value: "no-referrer" },
      ],
    })),
  experimental: { authInterrupts: true },
};
