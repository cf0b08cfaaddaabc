import { setTimeout as pause } from "node:timers/promises";
import { sql } from "#lib/db/client.ts";
import { type Claimed, chunkLeases, readClaimed } from "#lib/inbox/claimed.ts";
import { takeWork } from "#lib/inbox/drain-signal.ts";
import { claimLeases, type Lease } from "#lib/inbox/lease.ts";
import { log } from "#lib/log.ts";

// The more go together, the less each of them costs: 800 take nine tenths of the time of 400 and 400. What Node does at
// one go grows with it, from 45 ms at most to 110. The embedded engine can store no delivery meanwhile.
const CHUNK = { server: 800, embedded: 400 };
const chunkSize = () => CHUNK[sql().kind];
const CHUNK_BYTES = 16 * 1024 * 1024;

/** A claim costs a commit, so what comes in meanwhile is claimed a few times per chunk, not one by one. */
const CLAIM_EVERY_MS = 40;

/** Deliveries to be projected together. */
export interface Chunk {
  leases: Lease[];
  /** Null when they could not be read together. */
  claimed: Claimed[] | null;
}

/**
 * Claims up to `limit` deliveries and reads them before their turn: while the database works on one chunk, the
 * next is read, and where none is left, what has come in since is claimed and read.
 */
export class ReadAhead {
  private left: number;
  private unread: Lease[][] = [];
  private next: Promise<Chunk | null> = Promise.resolve(null);

  constructor(limit: number) {
    this.left = limit;
  }

  /** The first claim. */
  async claim(): Promise<void> {
    this.next = Promise.resolve(await this.claimNext(this.left));
  }

  /** The next chunk of what has been claimed; null when there is none left. */
  async take(): Promise<Chunk | null> {
    const chunk = (await this.next) ?? (await this.readNext());
    this.next = Promise.resolve(null);
    return chunk;
  }

  /** Reads until `work` is over, and gives its result: what cannot be claimed now is claimed later. */
  async readDuring<T>(work: Promise<T>): Promise<T> {
    if (this.unread.length > 0) this.next = this.readNext();
    // The embedded engine has one connection, on which the work is.
    else if (sql().kind === "server") this.next = this.claimDuring(work);
    return work;
  }

  /** Leases of what has been claimed and not taken, to be given back. */
  async giveUp(): Promise<Lease[]> {
    return [...((await this.next)?.leases ?? []), ...this.unread.flat()];
  }

  private async claimDuring(work: Promise<unknown>): Promise<Chunk | null> {
    const over = work.then(() => true);
    const chunk: Chunk = { leases: [], claimed: [] };
    while (!this.isFull(chunk)) {
      if (await Promise.race([over, pause(CLAIM_EVERY_MS, false)])) break;
      if (!takeWork()) continue;
      const more = await this.claimNext(chunkSize() - chunk.leases.length).catch(
        (error: unknown) => {
          log().warn({ err: error }, "the next deliveries could not be claimed yet");
          return null;
        },
      );
      if (!more) continue;
      chunk.leases.push(...more.leases);
      chunk.claimed = chunk.claimed && more.claimed && [...chunk.claimed, ...more.claimed];
    }
    return chunk.leases.length > 0 ? chunk : null;
  }

  /** Also where more than one chunk's worth was claimed: the rest waits for its turn to be read. */
  private isFull({ leases, claimed }: Chunk): boolean {
    const length = claimed?.reduce((sum, one) => sum + one.length, 0) ?? 0;
    const isLarge = leases.length >= chunkSize() || length >= CHUNK_BYTES;
    return isLarge || this.unread.length > 0 || this.left === 0;
  }

  private async claimNext(limit: number): Promise<Chunk | null> {
    const most = Math.min(limit, this.left);
    if (most === 0) return null;
    // Whoever rings after this has to be heard: the claim may not see what they stored.
    takeWork();
    const leases = await claimLeases(sql().prepared, most);
    if (leases.length === 0) return null;
    this.left -= leases.length;
    this.unread.push(...(await chunkLeases(sql(), leases, chunkSize(), CHUNK_BYTES)));
    return this.readNext();
  }

  private async readNext(): Promise<Chunk | null> {
    const leases = this.unread.shift();
    if (!leases) return null;
    try {
      return { leases, claimed: await readClaimed(sql().prepared, leases) };
    } catch (error) {
      log().warn({ err: error, deliveries: leases.length }, "a chunk could not be read");
      return { leases, claimed: null };
    }
  }
}
