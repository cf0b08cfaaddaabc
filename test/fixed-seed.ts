import fc from "fast-check";

// The usual run draws the same cases each time, so that a change is judged by itself and not by luck; the long
// forms draw new ones: FOYER_TEST_SEED=random, or a number that a failure has printed.
const seed = process.env.FOYER_TEST_SEED ?? "20261121";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
