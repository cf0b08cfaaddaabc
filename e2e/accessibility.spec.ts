import { makeEvents } from "#test/fixtures/events.ts";
import { expectSoundPage, settled } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const PAGES = [
  "visitors",
  "visitors/{visitor}",
  "companies",
  "companies/{company}",
  "visitors/corrections",
  "worklist",
  "worklist/{company}",
  "tasks",
  "alerts",
  "alerts/new",
  "notifications",
  "attribution?from=2026-10-01&to=2026-10-31",
  "settings",
  "settings/tags",
  "settings/import",
  "settings/channels",
  "settings/goals",
  "settings/assignment",
  "settings/scoring",
  "settings/webhooks",
  "settings/deliveries",
  "settings/people",
  "settings/api-keys",
  "visitors/nobody",
  "no-such-page",
  "settings/privacy",
  "settings/account",
];

test("axe finds nothing on any page, in light and dark, wide and narrow; nothing is cut off", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(300_000);
  // One of the attribution report's month, and one of today for the worklist.
  for (const [seed, created] of [
    [6, Date.UTC(2026, 9, 6, 10)],
    [7, Date.now() - 3_600_000],
  ] as const) {
    for (const payload of Object.values(makeEvents({ seed, created }))) await foyer.send(payload);
  }
  await foyer.settle();
  const list = (await foyer.api("/api/v1/visitors?limit=1")) as {
    data: [{ id: string; company: { id: string } }];
  };
  const [{ id, company }] = list.data;
  for (const pattern of PAGES) {
    const path = pattern.replace("{visitor}", id).replace("{company}", company.id);
    await page.goto(`${foyer.url}/acme/${path}`);
    await expectSoundPage(page, pattern.replaceAll(/[{}]/g, ""));
  }
});

test("a page asks no other host for anything", async ({ signedIn: page, foyer }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(foyer.url) && !request.url().startsWith("data:")) {
      foreign.push(request.url());
    }
  });
  for (const path of ["visitors", "companies", "attribution"]) {
    await page.goto(`${foyer.url}/acme/${path}`);
    await settled(page);
  }
  expect(foreign).toEqual([]);
});
