import { readFileSync } from "node:fs";

/** Processor time of the whole machine since it started, in ticks. */
interface Times {
  /** Kept from it by its host, for others. */
  stolen: number;
  all: number;
}

/** Of Linux's `/proc/stat`; where there is none, nothing is known to be stolen. */
function times(): Times {
  let text = "";
  try {
    text = readFileSync("/proc/stat", "utf8");
  } catch {}
  // user, nice, system, idle, iowait, irq, softirq, steal; guests are counted in the first two.
  const ticks = (/^cpu +(.*)$/m.exec(text)?.[1] ?? "").split(" ").slice(0, 8).map(Number);
  return { stolen: ticks[7] ?? 0, all: ticks.reduce((sum, one) => sum + one, 0) };
}

const shareOf = (from: Times, to: Times) => (to.stolen - from.stolen) / (to.all - from.all || 1);

const atStart = times();

/** The share of the machine's processor time that its host has kept from it since this process started. */
export function stolenShare(): number {
  return shareOf(atStart, times());
}

const SAMPLE_MS = 1_000;

/** What the host keeps from the machine, second by second, from now until `stop`. */
export function watchStolen(): {
  /** Returns the largest share of the seconds that touch a span; times in ms since the epoch. */
  stop(): (from: number, to: number) => number;
} {
  const samples: { until: number; share: number }[] = [];
  let last = times();
  const sample = () => {
    const now = times();
    samples.push({ until: Date.now(), share: shareOf(last, now) });
    last = now;
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      sample();
      return (from, to) => {
        const first = samples.findIndex(({ until }) => until >= from);
        const end = samples.findIndex(({ until }) => until >= to);
        const touched = first < 0 ? [] : samples.slice(first, end < 0 ? undefined : end + 1);
        return Math.max(0, ...touched.map(({ share }) => share));
      };
    },
  };
}
