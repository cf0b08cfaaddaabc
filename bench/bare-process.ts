// The limit to compare with: node:http, one HMAC, and a group commit into one narrow table. No parsing,
// no limits, no duplicates told from conflicts, no queue: nothing that could be left out is in it.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { serveCommands } from "./commands.ts";

interface Waiting {
  id: string;
  body: Buffer;
  answer(status: number): void;
}

const MAX_BATCH = 128;
const key = Buffer.from((process.env.BENCH_SECRET ?? "").slice("whsec_".length), "base64");
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
await pool.query(
  "CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, at timestamptz DEFAULT now(), body bytea)",
);
await pool.query("ALTER TABLE bare ALTER COLUMN body SET COMPRESSION lz4");

let waiting: Waiting[] = [];
let isWriting = false;

async function write(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, MAX_BATCH);
    waiting = waiting.slice(MAX_BATCH);
    const tuples = batch.map((_one, index) => `($${index * 2 + 1}, $${index * 2 + 2})`);
    const text = `INSERT INTO bare (id, body) VALUES ${tuples.join(", ")} ON CONFLICT DO NOTHING`;
    const status = await pool
      .query(
        text,
        batch.flatMap(({ id, body }) => [id, body]),
      )
      .then(() => 204)
      .catch(() => 503);
    for (const one of batch) one.answer(status);
  }
  isWriting = false;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    const id = String(request.headers["webhook-id"]);
    const given = Buffer.from(String(request.headers["webhook-signature"]).slice(3), "base64");
    const made = createHmac("sha256", key)
      .update(`${id}.${request.headers["webhook-timestamp"]}.`)
      .update(body)
      .digest();
    if (given.length !== made.length || !timingSafeEqual(given, made)) {
      response.writeHead(401).end();
      return;
    }
    waiting.push({ id, body, answer: (status) => response.writeHead(status).end() });
    if (!isWriting) void write();
  });
});
server.listen(0, "127.0.0.1", 4096, () => {
  const address = server.address();
  serveCommands({ port: typeof address === "object" ? address?.port : 0 });
});
process.on("SIGTERM", () => process.exit(0));
