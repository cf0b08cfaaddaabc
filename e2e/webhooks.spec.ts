import { expect, hydrated, test } from "./fixtures.ts";

test("an endpoint is made, its secret shown once, and a test event arrives", async ({
  signedIn: page,
  foyer,
}) => {
  await page.goto(`${foyer.url}/acme/settings/webhooks`);
  await expect(page.getByText(`${foyer.url}/api/webhooks/default`)).toBeVisible();
  await (await hydrated(page.getByRole("button", { name: "Send a test event" }))).click();
  await expect(page.getByText(/204/).first()).toBeVisible();
  await page.goto(`${foyer.url}/acme/settings/deliveries`);
  await expect(page.getByText("foyer.test").first()).toBeVisible();
});

test("a body of the wrong shape is quarantined, shown with its issues, and can be replayed", async ({
  signedIn: page,
  foyer,
}) => {
  const payload = {
    id: "evt_wrong",
    type: "identity.resolved",
    created: Date.now(),
    data: { identity: 7 },
  };
  expect(await foyer.send(payload, "msg_wrong")).toBe(204);
  await foyer.settle();
  await page.goto(`${foyer.url}/acme/settings/deliveries?state=quarantined`);
  const table = page.getByRole("table");
  await table
    .getByRole("link", { name: /identity\.resolved/ })
    .first()
    .click();
  await expect(page.getByText("evt_wrong").first()).toBeVisible();
  await expect(page.getByText("data.identity").first()).toBeVisible();
  await (await hydrated(page.getByRole("button", { name: /Replay|Release/ }))).click();
  await foyer.settle();
  await page.reload();
  await expect(page.getByText(/quarantined/i).first()).toBeVisible();
});
