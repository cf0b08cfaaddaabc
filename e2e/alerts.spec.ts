import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { makeEvents } from "#test/fixtures/events.ts";
import { expectSoundPage } from "./axe.ts";
import { expect, hydrated, test } from "./fixtures.ts";

test("a personal alert is tried on last week, made, and rings the bell when somebody comes", async ({
  signedIn: page,
  foyer,
}) => {
  for (const payload of Object.values(makeEvents({ seed: 70, created: Date.now() - 3_600_000 }))) {
    await foyer.send(payload);
  }
  await foyer.settle();
  await page.goto(`${foyer.url}/acme/alerts`);
  await page.getByRole("link", { name: "New alert" }).click();
  await (await hydrated(page.getByLabel("Name"))).fill("Anyone on pricing");
  await page.getByRole("button", { name: "Try it on last week" }).click();
  await expect(page.getByText(/would have fired/)).toBeVisible();
  await page.getByRole("button", { name: "Create alert" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anyone on pricing" })).toBeVisible();
  await expect(page.getByText("Nobody yet")).toBeVisible();

  // In the open page the bell rings by itself.
  await foyer.send(makeEvents({ seed: 71, created: Date.now() + 2_000 }).enriched);
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" }).first()).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole("link", { name: "Notifications, 1 unread" }).first().click();
  await page.getByRole("link", { name: /Anyone on pricing/ }).click();
  await page.waitForURL(/\/visitors\/v_/);
  await expect(
    page.getByRole("link", { name: "Notifications", exact: true }).first(),
  ).toBeVisible();
});

test("an alert of the workspace sends a signed webhook, and its log says what became of it", async ({
  signedIn: page,
  foyer,
}) => {
  const received: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    received.push({ headers, body: Buffer.concat(parts).toString() });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await page.goto(`${foyer.url}/acme/alerts/new?for=workspace`);
  await (await hydrated(page.getByLabel("Name"))).fill("To the CRM");
  await page.getByRole("switch", { name: /Outgoing webhook/ }).click();
  await page.getByLabel("URL", { exact: true }).fill("http://10.0.0.1/hook");
  await page.getByRole("button", { name: "Create alert" }).click();
  await expect(page.getByText("The URL has to begin with https://.")).toBeVisible();
  await page.getByLabel("URL", { exact: true }).fill(`http://127.0.0.1:${port}/hook`);
  await page.getByRole("button", { name: "Create alert" }).click();
  const dialog = page.getByRole("dialog", { name: "The signing secret" });
  const secret = await dialog.locator("code").innerText();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "To the CRM" })).toBeVisible();
  await (await hydrated(page.getByRole("button", { name: "Send a test" }))).click();
  await expect(page.getByText("Sent, answered 204.")).toBeVisible();
  const [first] = received;
  expect(new Webhook(secret).verify(first?.body ?? "", first?.headers ?? {})).toMatchObject({
    type: "alert.test",
  });
  await expect(page.getByText("Sent, 204")).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await new Promise((resolve) => server.close(resolve));
});

test("axe finds nothing on the pages of alerts and notifications, and nothing is cut off", async ({
  signedIn: page,
  foyer,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${foyer.url}/acme/alerts`);
  const rule = await page
    .getByRole("link", { name: "To the CRM" })
    .getAttribute("href", { timeout: 10_000 })
    .catch(() => null);
  const paths = ["alerts", "alerts/new?for=workspace", "notifications"].map(
    (one) => `/acme/${one}`,
  );
  if (rule) paths.push(rule, `${rule}?show=rule`);
  for (const path of paths) {
    await page.goto(foyer.url + path);
    await expectSoundPage(page, path);
  }
});
