import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { withTestDatabase } from "#test/database.ts";
import { readSamples, sampleFolder } from "#test/fixtures/samples.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const PIPELINE = ["resolved", "qualified", "enriched", "validated", "session.finalized"];

function samplesInOrder(): object[] {
  const byName = new Map(readSamples().map(({ name, payload }) => [name, payload]));
  return PIPELINE.map((stage) => Object(byName.get(`identity.${stage}.json`)));
}

describe.skipIf(sampleFolder() === null)("the sender's own samples", () => {
  const orders = {
    "in pipeline order": (all: object[]) => all,
    "in reverse order": (all: object[]) => [...all].reverse(),
    "each three times": (all: object[]) => [...all, ...all, ...all],
  };

  for (const [name, order] of Object.entries(orders)) {
    test(`${name} give one visitor with everything on it`, async () => {
      const workspaceId = await makeWorkspace();
      await deliver(workspaceId, order(samplesInOrder()));
      await drainAll();
      const visitors = await db().visitor.findMany({ where: { workspaceId } });
      expect(visitors).toHaveLength(1);
      expect(visitors[0]).toMatchObject({
        fullName: "Peter Toth",
        jobTitle: "Co-Founder & CTO",
        linkedinUrl: "https://linkedin.com/in/ptrtht",
        primaryEmail: "peter@midbound.ai",
        validity: "valid",
        companyName: "Midbound",
        stage: "enriched",
        sessions: 1,
        pageviews: 3,
        engagedMs: 198_400n,
      });
      const company = await db().company.findFirst({
        where: { workspaceId, domain: "midbound.ai" },
      });
      expect(company).toMatchObject({
        name: "Midbound",
        employeeCount: 8,
        visitors: 1,
        pageviews: 3,
      });
      const views = await db().pageView.findMany({
        where: { workspaceId },
        orderBy: { position: "asc" },
      });
      expect(views.map((view) => view.dwellMs)).toEqual([53_200n, 90_000n, 55_200n]);
      expect(views[2]?.outlink).toBe("https://calendly.com/example-inc/demo");
      const [session] = await db().session.findMany({ where: { workspaceId } });
      expect(session).toMatchObject({
        source: "google",
        medium: "cpc",
        campaign: "q1_brand_awareness",
      });
    });
  }
});
