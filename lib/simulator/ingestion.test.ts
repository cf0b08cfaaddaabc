import { expect, it } from "vitest";
import { contributionOf } from "#lib/events/read-event.ts";
import type { Json } from "#lib/json.ts";
import { planJourneys } from "./plan.ts";

const TO = Date.UTC(2026, 10, 20);

it("is read by ingestion without drift, and says who, where and when", () => {
  const people = new Set<string>();
  const companies = new Map<string, Set<string>>();
  const mails = new Map<string, Set<string>>();
  for (const { webhookId, payload } of planJourneys({
    ...{ seed: 11, from: TO - 90 * 86_400_000, to: TO, visitors: 500 },
  })) {
    const body: Json = JSON.parse(JSON.stringify(payload));
    const reading = contributionOf(body, { webhookId, hash: "hash" });
    if (!reading.ok) expect.fail(JSON.stringify(reading));
    expect(reading.drift).toEqual([]);
    const { contribution } = reading;
    expect(contribution.eventId).toBe(payload.id);
    expect(contribution.vid).not.toBeNull();
    const { linkedin } = contribution;
    if (!linkedin) continue;
    people.add(linkedin);
    for (const { email } of contribution.emails) {
      mails.set(email, (mails.get(email) ?? new Set()).add(linkedin));
    }
    for (const { key } of contribution.companies) {
      companies.set(key, (companies.get(key) ?? new Set()).add(linkedin));
    }
  }
  expect(people.size).toBeGreaterThan(350);
  expect(companies.size).toBeGreaterThan(60);
  const committees = [...companies.values()].filter((members) => members.size >= 3);
  expect(committees.length).toBeGreaterThan(20);
  // No address leads to two people.
  for (const owners of mails.values()) expect(owners.size).toBe(1);
});
