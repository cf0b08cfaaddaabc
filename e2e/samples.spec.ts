import type { Page } from "@playwright/test";
import { readSamples, sampleFolder } from "#test/fixtures/samples.ts";
import { expect, type Installation, test } from "./fixtures.ts";

// The sender's own samples lie beside the checkout where they are at hand; visitor.spec.ts walks the same
// way with events of our own everywhere.
test.skip(sampleFolder() === null, "the sample payloads are not beside this checkout");

const PIPELINE = ["resolved", "qualified", "enriched", "validated", "session.finalized"];

function samples(): object[] {
  const byName = new Map(readSamples().map(({ name, payload }) => [name, payload]));
  return PIPELINE.map((stage) => Object(byName.get(`identity.${stage}.json`)));
}

async function sendAll(foyer: Installation, payloads: readonly object[]) {
  for (const payload of payloads) expect(await foyer.send(payload)).toBe(204);
  await foyer.settle();
}

async function openVisitor(page: Page, foyer: Installation) {
  await page.goto(`${foyer.url}/acme/visitors?q=toth`);
  const table = page.getByRole("table", { name: "Visitors" });
  await expect(table.getByRole("link", { name: "Peter Toth" })).toHaveCount(1);
  await expect(table.getByText("Valid", { exact: true })).toBeVisible();
  await table.getByRole("link", { name: "Peter Toth" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Peter Toth" })).toBeVisible();
}

test("reverse order, then pipeline order, then twice more: one visitor with everything on it", async ({
  signedIn: page,
  foyer,
}) => {
  await sendAll(foyer, samples().reverse());
  await sendAll(foyer, [...samples(), ...samples()]);
  await openVisitor(page, foyer);

  await expect(page.getByText("Co-Founder & CTO").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /linkedin/i }).first()).toHaveAttribute(
    "href",
    "https://linkedin.com/in/ptrtht",
  );
  await expect(page.getByText("peter@midbound.ai").first()).toBeVisible();
  for (const touch of ["First touch", "Last touch"]) {
    const card = page.getByRole("region", { name: touch });
    await expect(card.getByText("google / cpc")).toBeVisible();
    await expect(card.getByText("q1_brand_awareness")).toBeVisible();
  }
  const timeline = page.getByRole("region", { name: "Timeline" });
  for (const dwell of ["53.2 s", "1 min 30 s", "55.2 s"]) {
    await expect(timeline.getByText(dwell, { exact: true })).toBeVisible();
  }
  await expect(timeline.getByText("calendly.com/example-inc/demo")).toBeVisible();

  await page.getByRole("link", { name: "Midbound" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Midbound" })).toBeVisible();
  for (const block of ["Headcount", "Web traffic", "Followers", "Funding", "SEO", "People"]) {
    await expect(page.getByRole("heading", { level: 2, name: block })).toBeVisible();
  }
  await expect(page.getByText("42,000").first()).toBeVisible();
});

test("the API tells the same", async ({ foyer }) => {
  await sendAll(foyer, samples());
  const list = await foyer.api("/api/v1/visitors?q=toth");
  expect(list).toMatchObject({ data: [{ fullName: "Peter Toth" }], nextCursor: null });
  const { id } = (list as { data: [{ id: string }] }).data[0];
  expect(await foyer.api(`/api/v1/visitors/${id}`)).toMatchObject({
    fullName: "Peter Toth",
    jobTitle: "Co-Founder & CTO",
    linkedinUrl: "https://linkedin.com/in/ptrtht",
    company: { name: "Midbound", domain: "midbound.ai" },
    sessions: 1,
    pageviews: 3,
    engagedMs: 198_400,
    firstTouch: { source: "google", medium: "cpc", campaign: "q1_brand_awareness" },
    lastTouch: { source: "google", medium: "cpc", campaign: "q1_brand_awareness" },
  });
  const sessions = await foyer.api(`/api/v1/sessions?visitor=${id}`);
  const { sid } = (sessions as { data: [{ sid: string }] }).data[0];
  expect(await foyer.api(`/api/v1/sessions/${sid}`)).toMatchObject({
    pageViews: [{ dwellMs: 53_200 }, { dwellMs: 90_000 }, { dwellMs: 55_200 }],
  });
  const timeline = await foyer.api(`/api/v1/visitors/${id}/timeline`);
  expect(timeline).toMatchObject({
    data: expect.arrayContaining([
      expect.objectContaining({
        kind: "outlink",
        outlink: "https://calendly.com/example-inc/demo",
      }),
    ]),
  });
});
