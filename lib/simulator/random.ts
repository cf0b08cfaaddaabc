const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Four 32-bit words from a text: 128 bits, so that a million forks do not meet. */
function mix(text: string): [number, number, number, number] {
  const state: [number, number, number, number] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    state[0] = state[1] ^ Math.imul(state[0] ^ code, 597399067);
    state[1] = state[2] ^ Math.imul(state[1] ^ code, 2869860233);
    state[2] = state[3] ^ Math.imul(state[2] ^ code, 951274213);
    state[3] = state[0] ^ Math.imul(state[3] ^ code, 2716044179);
  }
  return state;
}

/**
 * Seeded random numbers (sfc32). The same key gives the same numbers for ever, so every visitor and
 * every session has its own stream and none depends on the order in which they are made.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(...key: (string | number)[]) {
    [this.a, this.b, this.c, this.d] = mix(key.join("/"));
    for (let i = 0; i < 12; i++) this.next();
  }

  /** At least 0, less than 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.int(0, items.length - 1)] ?? items[0];
  }

  weighted<T>(items: readonly [T, ...T[]], weightOf: (item: T) => number): T {
    let rest = 0;
    for (const item of items) rest += weightOf(item);
    rest *= this.next();
    for (const item of items) {
      rest -= weightOf(item);
      if (rest < 0) return item;
    }
    return items[0];
  }

  /** Up to `count` different items, in no order. */
  some<T>(items: readonly T[], count: number): T[] {
    const pool = [...items];
    const picked: T[] = [];
    while (picked.length < count && pool.length > 0) {
      picked.push(...pool.splice(this.int(0, pool.length - 1), 1));
    }
    return picked;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normal around a median: how dwell times and company sizes are spread. */
  around(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** A ULID: ten letters of milliseconds, sixteen random ones. */
  ulid(at: number): string {
    let rest = Math.floor(at);
    let time = "";
    for (let i = 0; i < 10; i++) {
      time = CROCKFORD.charAt(rest % 32) + time;
      rest = Math.floor(rest / 32);
    }
    for (let i = 0; i < 16; i++) time += CROCKFORD.charAt(this.int(0, 31));
    return time;
  }

  letters(count: number): string {
    let text = "";
    for (let i = 0; i < count; i++) text += LETTERS.charAt(this.int(0, LETTERS.length - 1));
    return text;
  }
}
