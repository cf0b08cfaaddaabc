import { expect, test } from "vitest";
import { whenAdded } from "./still-adding.ts";

function slow() {
  let [finish, fail, runs] = [(_: string) => {}, (_: Error) => {}, 0];
  const work = () => {
    runs++;
    return new Promise<string>((resolve, reject) => {
      [finish, fail] = [resolve, reject];
    });
  };
  return {
    work,
    finish: (value: string) => finish(value),
    fail: (e: Error) => fail(e),
    runs: () => runs,
  };
}

test("what is there at once is given at once", async () => {
  expect(await whenAdded("quick", async () => 7, 1_000)).toBe(7);
});

test("what takes long goes on, and nobody starts it twice", async () => {
  const { work, finish, runs } = slow();
  expect(await whenAdded("long", work, 20)).toBeNull();
  expect(await whenAdded("long", work, 20)).toBeNull();
  expect(runs()).toBe(1);
  const waiting = whenAdded("long", async () => "kept", 1_000);
  finish("added up");
  expect(await waiting).toBe("kept");
});

test("a failure is told to whoever still waits, and the next one tries again", async () => {
  const broken = new Error("no database");
  await expect(whenAdded("broken", () => Promise.reject(broken), 1_000)).rejects.toBe(broken);
  const { work, fail } = slow();
  expect(await whenAdded("late", work, 20)).toBeNull();
  fail(broken);
  expect(await whenAdded("late", async () => "again", 1_000)).toBe("again");
});
