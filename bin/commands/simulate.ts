import { type Command, InvalidArgumentError, Option } from "commander";
import { now } from "#lib/clock.ts";
import { liveEvents } from "#lib/simulator/live.ts";
import { planJourneys } from "#lib/simulator/plan.ts";
import { postEvents } from "#lib/simulator/post.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("must be a whole number over 0");
  return value;
}

interface Options {
  url: string;
  secret: string;
  visitors: number;
  days: number;
  seed: number;
  concurrency: number;
  live?: number;
  allowRemote?: boolean;
}

export function addSimulateCommand(program: Command): void {
  program
    .command("simulate")
    .description("post signed events of invented visitors to a webhook endpoint")
    .requiredOption("--url <url>", "the endpoint's URL")
    .addOption(
      new Option("--secret <whsec>", "its signing secret")
        .env("FOYER_SECRET")
        .makeOptionMandatory(),
    )
    .option("--visitors <n>", "how many people", count, 200)
    .option("--days <n>", "over how many days up to now", count, 90)
    .option("--seed <n>", "another seed, other people", count, 1)
    .option("--concurrency <n>", "requests at once", count, 8)
    .option("--live <per-minute>", "then go on with live traffic until stopped", count)
    .option("--allow-remote", "post to another machine than this one")
    .action(async (options: Options) => {
      const { url, secret, concurrency, seed, visitors } = options;
      const target = { url, secret, concurrency, allowRemote: options.allowRemote ?? false };
      const to = now();
      const plan = planJourneys({ seed, from: to - options.days * DAY_MS, to, visitors });
      const result = await postEvents(plan, target);
      console.log(`${result.sent} sent, ${result.accepted} accepted`);
      if (result.accepted < result.sent) process.exitCode = 1;
      if (!options.live) return;
      const stop = new AbortController();
      process.once("SIGINT", () => stop.abort());
      const live = liveEvents({ seed, perMinute: options.live, visitors, signal: stop.signal });
      await postEvents(live, { ...target, signal: stop.signal });
    });
}
