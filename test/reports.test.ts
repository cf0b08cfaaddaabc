import { beforeAll, describe, expect, test } from "vitest";
import { getCampaign } from "#lib/attribution/reports/campaign.ts";
import { listCampaignFacts } from "#lib/attribution/reports/campaign-facts.ts";
import { listCountries } from "#lib/attribution/reports/countries.ts";
import { getEmailHealth, listEmailHealthBySource } from "#lib/attribution/reports/email-health.ts";
import { FUNNEL_STEPS, getFunnel } from "#lib/attribution/reports/funnel.ts";
import { emptyMix, MIX_NAMES, mixTotal } from "#lib/attribution/reports/validity-mix.ts";
import {
  drawReportsWorld,
  insertReportsWorld,
  type Person,
  type ReportsWorld,
  type Visit,
} from "#test/attribution/reports-world.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const world = drawReportsWorld(11);
// The same period in a half-hour zone, in one with a 25-hour day within it, and in UTC; its edges in UTC
// are written out by hand.
const PERIODS = [
  ["UTC", "2026-09-10T00:00:00Z", "2026-11-11T00:00:00Z"],
  ["Asia/Kolkata", "2026-09-09T18:30:00Z", "2026-11-10T18:30:00Z"],
  ["America/New_York", "2026-09-10T04:00:00Z", "2026-11-11T05:00:00Z"],
].map(([timezone = "", start = "", end = ""]) => ({
  period: { from: "2026-09-10", to: "2026-11-10", timezone },
  within: (at: number | undefined) =>
    at !== undefined && at >= Date.parse(start) && at < Date.parse(end),
}));

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function outcomeAt({ id, companyId, reached }: Person, { outcomes }: ReportsWorld) {
  const times = outcomes
    .filter((o) => o.status !== "lost" && o.at >= (reached.identified ?? 0))
    .filter((o) => (o.companyId ? o.companyId === companyId : o.visitorId === id))
    .map((o) => o.at);
  return times.length > 0 ? Math.min(...times) : undefined;
}

function count<T>(all: readonly T[], key: (one: T) => string | null): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}

function mixOf(validities: (string | null)[]) {
  const mix = emptyMix();
  for (const word of validities) {
    const name = MIX_NAMES.find((each) => each === (word === null ? "unknown" : word));
    mix[name ?? "other"]++;
  }
  return mix;
}

const isPerson = (one: Person | undefined): one is Person => one !== undefined;
const personOf = (visit: Visit) => world.people.find(({ id }) => id === visit.person);
const peopleOf = (visits: Visit[]) => [...new Set(visits.map(personOf).filter(isPerson))];

beforeAll(async () => {
  await insertReportsWorld("r1", world);
  // Another tenant's rows must never count.
  await insertReportsWorld("r2", drawReportsWorld(12));
});

describe.each(PERIODS)("in $period.timezone", ({ period, within }) => {
  test("the funnel counts who reached a step and all before it, and how long that took", async () => {
    const rows = await getFunnel("r1", period);
    const cohort = world.people.filter(({ reached }) => within(reached.identified));
    let left = cohort.map((person) => {
      const firsts = world.visits.filter((v) => v.person === person.id).map(({ at }) => at);
      const before = firsts.filter((at) => at <= (person.reached.identified ?? 0));
      return { person, done: before.length > 0 ? Math.min(...before) : null };
    });
    for (const [at, step] of FUNNEL_STEPS.entries()) {
      const reachedAt = (one: Person) =>
        step === "outcome" ? outcomeAt(one, world) : one.reached[step];
      const times: number[] = [];
      left = left.flatMap(({ person, done }) => {
        const time = reachedAt(person);
        if (time === undefined) return [];
        const now = Math.max(time, done ?? 0);
        if (done !== null) times.push(now - done);
        return [{ person, done: now }];
      });
      expect(rows[at]).toEqual({
        step,
        visitors: left.length,
        anyOrder: cohort.filter((one) => reachedAt(one) !== undefined).length,
        medianMs: median(times),
      });
    }
    expect(rows.at(-1)?.visitors).toBeGreaterThan(0);
  });

  test("results of validation by week and provider", async () => {
    const health = await getEmailHealth("r1", period);
    const results = world.results.filter(({ at }) => within(at));
    expect(health.total).toEqual(mixOf(results.map(({ validity }) => validity)));
    const providers = count(results, ({ provider }) => provider);
    expect(new Map(health.byProvider.map(({ key, mix }) => [key, mixTotal(mix)]))).toEqual(
      providers,
    );
    expect(health.overTime.map(({ from, to }) => `${from} ${to}`).slice(0, 2)).toEqual([
      "2026-09-10 2026-09-13",
      "2026-09-14 2026-09-20",
    ]);
    expect(health.overTime.at(-1)).toMatchObject({ from: "2026-11-09", to: "2026-11-10" });
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: period.timezone });
    for (const { from, to, mix } of health.overTime) {
      const own = results.filter(({ at }) => day.format(at) >= from && day.format(at) <= to);
      expect(mix).toEqual(mixOf(own.map(({ validity }) => validity)));
    }
  });

  test("e-mails by the source that first brought the visitor", async () => {
    const rows = await listEmailHealthBySource("r1", period);
    const cohort = world.people.filter(({ reached }) => within(reached.identified));
    const sourceOf = ({ firstSid }: Person) =>
      world.visits.find(({ sid }) => sid === firstSid)?.source ?? null;
    expect(new Map(rows.map(({ key, visitors }) => [key, visitors]))).toEqual(
      count(cohort, sourceOf),
    );
    for (const { key, mix } of rows) {
      const own = cohort.filter((one) => sourceOf(one) === key && one.email !== null);
      expect(mix).toEqual(mixOf(own.map(({ validity }) => validity)));
    }
  });

  test("campaigns: companies, e-mails, pages and people", async () => {
    for (const campaign of ["spring", "Spring / sale"]) {
      const visits = world.visits.filter((v) => v.campaign === campaign && within(v.at));
      const people = peopleOf(visits);
      const emails = people.filter(({ email }) => email !== null);
      const companies = new Set(people.flatMap(({ companyId }) => companyId ?? [])).size;
      const found = await getCampaign("r1", period, campaign, 500);
      expect(found).toMatchObject({ sessions: visits.length, visitors: people.length, companies });
      const mix = mixOf(emails.map(({ validity }) => validity));
      expect(found.mix).toEqual(mix);
      const facts = (await listCampaignFacts("r1", period, [campaign])).get(campaign);
      const valid = mix.valid + mix.valid_catch_all;
      expect(facts).toEqual({ campaign, companies, withEmail: emails.length, valid });
      expect(new Map(found.pages.map(({ path, views }) => [path, views]))).toEqual(
        count(
          visits.flatMap(({ paths }) => paths),
          (path) => path,
        ),
      );
      for (const { path, sessions } of found.pages) {
        expect(sessions).toBe(visits.filter(({ paths }) => paths.includes(path)).length);
      }
      expect(new Map(found.latest.map(({ id, sessions }) => [id, sessions]))).toEqual(
        count(
          visits.filter(({ person }) => person !== null),
          ({ person }) => person,
        ),
      );
      const companyOf = (one: Person) => one.companyId;
      expect(new Map(found.topCompanies.map(({ id, visitors }) => [id, visitors]))).toEqual(
        count(people.filter(companyOf), companyOf),
      );
      const times = found.latest.map(({ lastAt }) => lastAt);
      expect(times).toEqual(times.toSorted().reverse());
    }
  });

  test.each(["identified", "outcome:won"])("countries for %s", async (goal) => {
    const rows = await listCountries("r1", { ...period, goal });
    const visits = world.visits.filter(({ at }) => within(at));
    const land = (code: string | null | undefined) => code || null;
    const visited = count(visits, (v) => land(personOf(v)?.countryCode));
    const people = count(peopleOf(visits), ({ countryCode }) => land(countryCode));
    const converted = new Map<string | null, number>();
    const add = (code: string | null) => converted.set(code, (converted.get(code) ?? 0) + 1);
    if (goal === "identified") {
      for (const one of world.people)
        if (within(one.reached.identified)) add(land(one.countryCode));
    } else {
      const firsts = new Map<string, number>();
      for (const { companyId, visitorId, status, at } of world.outcomes) {
        const account = companyId ?? visitorId ?? "";
        if (status === "won") firsts.set(account, Math.min(at, firsts.get(account) ?? at));
      }
      for (const [account, at] of firsts) {
        const found = [...world.companies, ...world.people].find(({ id }) => id === account);
        if (within(at)) add(land(found?.countryCode));
      }
    }
    for (const { country, sessions, visitors, conversions } of rows) {
      expect(sessions).toBe(visited.get(country) ?? 0);
      expect(visitors).toBe(people.get(country) ?? 0);
      expect(conversions).toBe(converted.get(country) ?? 0);
    }
    const sum = (pick: (row: (typeof rows)[number]) => number) =>
      rows.reduce((all, row) => all + pick(row), 0);
    expect(sum(({ sessions }) => sessions)).toBe(visits.length);
    expect(sum(({ conversions }) => conversions)).toBe(
      [...converted.values()].reduce((a, b) => a + b),
    );
  });
});

test("a period of years is cut into months, a day is one week, and nothing is nothing", async () => {
  const years = { from: "2023-01-31", to: "2026-11-30", timezone: "Asia/Kolkata" };
  const { unit, overTime, total } = await getEmailHealth("r1", years);
  expect(unit).toBe("month");
  expect(overTime.slice(0, 2).map(({ from }) => from)).toEqual(["2023-01-31", "2023-02-01"]);
  expect(overTime).toHaveLength(47);
  expect(mixTotal(total)).toBe(world.results.length);
  const day = { from: "2025-03-01", to: "2025-03-01", timezone: "UTC" };
  expect((await getEmailHealth("r1", day)).overTime).toHaveLength(1);
  expect((await getFunnel("r1", day))[0]).toMatchObject({ visitors: 0, medianMs: null });
  expect(await listCountries("r1", { ...day, goal: "identified" })).toEqual([]);
});
