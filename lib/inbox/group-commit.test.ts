import { expect, test } from "vitest";
import { GroupCommit } from "./group-commit.ts";

/** A writer that holds each batch until it is let go. */
function heldWriter() {
  const batches: number[][] = [];
  const holds: (() => void)[] = [];
  const write = (items: number[]): Promise<number[]> => {
    batches.push(items);
    return new Promise((resolve) => holds.push(() => resolve(items)));
  };
  return { batches, holds, write };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("what comes while a batch is being written goes together in the next", async () => {
  const { batches, holds, write } = heldWriter();
  const commit = new GroupCommit(write, { maxItems: 2 });
  const all = [1, 2, 3, 4].map((item) => commit.submit(item));
  for (let batch = 0; batch < 3; batch++) {
    holds[batch]?.();
    await settled();
  }
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
  expect(batches).toEqual([[1], [2, 3], [4]]);
});

test("a batch is no heavier than allowed, but for a single item", async () => {
  const { batches, holds, write } = heldWriter();
  const commit = new GroupCommit(write, { maxItems: 9, maxWeight: 10, weigh: (item) => item });
  const all = [1, 6, 4, 5, 50, 1].map((item) => commit.submit(item));
  for (let batch = 0; batch < 5; batch++) {
    holds[batch]?.();
    await settled();
  }
  await Promise.all(all);
  expect(batches).toEqual([[1], [6, 4], [5], [50], [1]]);
});

test("beyond the waiting room an item is refused at once, the others are written", async () => {
  const { holds, write } = heldWriter();
  const commit = new GroupCommit(write, { maxItems: 9, maxWaiting: 1 });
  const [first, second] = [commit.submit(1), commit.submit(2)];
  await expect(commit.submit(3)).rejects.toMatchObject({ code: "rate_limited" });
  holds[0]?.();
  await settled();
  holds[1]?.();
  expect(await Promise.all([first, second])).toEqual([1, 2]);
});

test("what waited too long is refused, not written", async () => {
  const { batches, holds, write } = heldWriter();
  const commit = new GroupCommit(write, { maxItems: 9, maxWaitMs: 20 });
  const first = commit.submit(1);
  const late = commit.submit(2);
  late.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 40));
  const inTime = commit.submit(3);
  holds[0]?.();
  await settled();
  holds[1]?.();
  expect(await Promise.all([first, inTime])).toEqual([1, 3]);
  await expect(late).rejects.toMatchObject({ code: "unavailable" });
  expect(batches).toEqual([[1], [3]]);
});

test("a batch that fails fails its items alone", async () => {
  let isBroken = true;
  const commit = new GroupCommit(
    async (items: number[]) => {
      if (isBroken) throw new Error("away");
      return items;
    },
    { maxItems: 9 },
  );
  await expect(commit.submit(1)).rejects.toThrow("away");
  isBroken = false;
  expect(await commit.submit(2)).toBe(2);
});
