import { makeBed } from "./bed.ts";
import { childPids } from "./child.ts";
import { benchAway } from "./part-away.ts";
import { benchDoor } from "./part-door.ts";
import { benchEmbedded } from "./part-embedded.ts";
import { benchOverload } from "./part-overload.ts";
import { benchProjection, benchScale } from "./part-projection.ts";
import { benchVisible } from "./part-visible.ts";
import { plotIngest } from "./plot.ts";
import { Report } from "./report.ts";

/**
 * Runs the parts that `only` names (all without it) and prints every figure beside its target. True when
 * all targets are reached. `isLong` takes the sizes that the promises are made for.
 */
export async function benchIngest({ isLong, only }: { isLong: boolean; only: string[] | null }) {
  const bed = await makeBed();
  const report = new Report();
  const wants = (part: string) => only === null || only.includes(part);
  const pick = (long: number, short: number) => (isLong ? long : short);
  // Keys that this process needs to open databases itself; nothing of value is encrypted with them.
  process.env.AUTH_SECRET ??= "bench-only-0123456789abcdef0123456789abcdef";
  process.env.ENCRYPTION_KEYS ??= `b1:${Buffer.alloc(32, 11).toString("base64")}`;
  try {
    if (wants("door")) await benchDoor(bed, report, pick(9, 5), pick(10, 4));
    if (wants("projection")) await benchProjection(bed, report, pick(100_000, 20_000));
    if (wants("scale")) await benchScale(bed, report, pick(1_000_000, 100_000), pick(15, 5));
    if (wants("visible")) await benchVisible(bed, report, pick(90, 15));
    if (wants("overload")) await benchOverload(bed, report, pick(60, 10));
    if (wants("away")) await benchAway(bed, report, () => [bed.pid, ...childPids(bed.pid)]);
    if (wants("embedded")) await benchEmbedded(bed, report, pick(20_000, 5_000));
  } finally {
    await bed.stop();
  }
  report.print();
  // The short form is for looking; what is kept and drawn is what the promises are made for.
  if (isLong) {
    report.save("ingest");
    plotIngest();
  }
  return report.isGood;
}
