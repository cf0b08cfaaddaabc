import { FoyerError } from "#lib/errors.ts";

interface Waiting<Item, Result> {
  item: Item;
  since: number;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** How much may be joined and how much may wait. */
export interface GroupCommitLimits<Item> {
  /** Items in one batch. */
  maxItems: number;
  /** Weight (bytes, say) of one batch; a heavier item goes alone. */
  maxWeight?: number;
  weigh?: (item: Item) => number;
  /** Items waiting; one more is refused with `rate_limited`. */
  maxWaiting?: number;
  /** Items that waited longer are refused with `unavailable` when their turn comes, not written. */
  maxWaitMs?: number;
}

/**
 * Joins concurrent submissions into batches: while one batch is being written the next one gathers, and
 * it leaves as soon as the last returns. No timer: a lone item waits for nobody. `write` must answer
 * with one result per item, in order; when it throws, every item of the batch fails with that error.
 */
export class GroupCommit<Item, Result> {
  private readonly write: (items: Item[]) => Promise<Result[]>;
  private readonly limits: GroupCommitLimits<Item>;
  private waiting: Waiting<Item, Result>[] = [];
  private isWriting = false;

  constructor(write: (items: Item[]) => Promise<Result[]>, limits: GroupCommitLimits<Item>) {
    this.write = write;
    this.limits = limits;
  }

  /** How many submissions wait for the next batch. */
  get depth(): number {
    return this.waiting.length;
  }

  submit(item: Item): Promise<Result> {
    const { maxWaiting = Number.POSITIVE_INFINITY } = this.limits;
    if (this.waiting.length >= maxWaiting) {
      return Promise.reject(new FoyerError("rate_limited", "Too many items wait to be written."));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, since: performance.now(), resolve, reject });
      if (!this.isWriting) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      this.refuseLate();
      const batch = this.takeBatch();
      if (batch.length === 0) continue;
      try {
        const results = await this.write(batch.map(({ item }) => item));
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result === undefined) reject(new Error("a batch answered with too few results"));
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isWriting = false;
  }

  /** Whoever sent these has been told to come again; writing them now would hold up the others. */
  private refuseLate(): void {
    const { maxWaitMs = Number.POSITIVE_INFINITY } = this.limits;
    const oldest = performance.now() - maxWaitMs;
    const inTime = this.waiting.findIndex(({ since }) => since >= oldest);
    const late = this.waiting.splice(0, inTime < 0 ? this.waiting.length : inTime);
    if (late.length === 0) return;
    const error = new FoyerError("unavailable", "It waited too long to be written.");
    for (const { reject } of late) reject(error);
  }

  private takeBatch(): Waiting<Item, Result>[] {
    const { maxItems, maxWeight = Number.POSITIVE_INFINITY, weigh = () => 0 } = this.limits;
    let count = 0;
    let weight = 0;
    for (const { item } of this.waiting) {
      weight += weigh(item);
      if (count === maxItems || (count > 0 && weight > maxWeight)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }
}
