import { makeEvents } from "#test/fixtures/events.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { expect, hydrated, type Installation, test } from "./fixtures.ts";

const CREATED = Date.UTC(2026, 9, 7, 9, 15);
const urlOf = (seed: number) => `https://linkedin.com/in/${nameOf(seed).slug}`;
const fullName = (seed: number) => `${nameOf(seed).firstName} ${nameOf(seed).lastName}`;

async function receive(foyer: Installation, seed: number, options = {}): Promise<void> {
  const events = makeEvents({ seed, created: CREATED + seed * 3_600_000, ...options });
  for (const payload of Object.values(events)) expect(await foyer.send(payload)).toBe(204);
}

/** Found by the address: other specs have people of the same name. */
const wordOf = (seed: number) => nameOf(seed).slug;

async function idOf(foyer: Installation, seed: number): Promise<string> {
  await foyer.settle();
  const list = (await foyer.api(`/api/v1/visitors?q=${wordOf(seed)}`)) as {
    data: { id: string }[];
  };
  expect(list.data).toHaveLength(1);
  return list.data[0]?.id ?? "";
}

test("two visitors are merged after a look at both, old links follow, and it is undone", async ({
  signedIn: page,
  foyer,
}) => {
  for (const seed of [31, 32]) await receive(foyer, seed);
  const one = await idOf(foyer, 31);
  const other = await idOf(foyer, 32);
  await page.goto(`${foyer.url}/acme/visitors/${one}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Merge…" }).click();
  await page.getByRole("searchbox", { name: "The other visitor" }).fill(wordOf(32));
  await page.getByRole("button", { name: fullName(32) }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("two LinkedIn profiles")).toBeVisible();
  await expect(dialog.getByRole("row", { name: /Job title/ })).toBeVisible();
  await dialog.getByRole("radio", { name: "Keep this one" }).check();
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page).toHaveURL(`${foyer.url}/acme/visitors/${other}`);
  const card = page.getByRole("region", { name: "Identity" });
  await expect(card.getByText(`Merged with ${fullName(31)}`)).toBeVisible();
  await page.goto(`${foyer.url}/acme/visitors/${one}`);
  await expect(page).toHaveURL(`${foyer.url}/acme/visitors/${other}`);

  await card.getByRole("button", { name: /Undo/ }).click();
  await expect(card).toBeHidden();
  await page.goto(`${foyer.url}/acme/visitors/${one}`);
  await expect(page).toHaveURL(`${foyer.url}/acme/visitors/${one}`);
  await expect(page.getByRole("heading", { level: 1, name: fullName(31) })).toBeVisible();
});

test("a session of the wrong person is taken away, and given back", async ({
  signedIn: page,
  foyer,
}) => {
  await receive(foyer, 33);
  await receive(foyer, 38, { linkedin: urlOf(33), person: { fullName: fullName(33) } });
  const id = await idOf(foyer, 33);
  await page.goto(`${foyer.url}/acme/visitors/${id}`);
  const timeline = page.getByRole("region", { name: "Timeline" });
  const wrong = timeline.getByRole("button", { name: /^Wrong person/ });
  await expect(wrong).toHaveCount(2);
  await (await hydrated(wrong)).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take it away" }).click();
  await expect(wrong).toHaveCount(1);
  const card = page.getByRole("region", { name: "Identity" });
  await expect(card.getByText(/Session of .* taken away/)).toBeVisible();
  await page.goto(`${foyer.url}/acme/visitors/corrections`);
  const all = page.getByRole("list", { name: "Corrections" });
  await all.getByRole("button", { name: /Undo: Session of/ }).click();
  await expect(all.getByText("Undone")).toHaveCount(2);
  await page.goto(`${foyer.url}/acme/visitors/${id}`);
  await expect(wrong).toHaveCount(2);
  await expect(card).toBeHidden();
});

test("a fact tells where it comes from and what other events say, by keyboard too", async ({
  signedIn: page,
  foyer,
}) => {
  await receive(foyer, 34, { person: { headline: "Keeper of keys" } });
  const later = { linkedin: urlOf(34), person: { headline: "Head of keys" } };
  await receive(foyer, 39, later);
  const id = await idOf(foyer, 34);
  await page.goto(`${foyer.url}/acme/visitors/${id}`);
  await page.getByRole("button", { name: "Where “Headline” comes from" }).focus();
  await expect(page.getByText("Other events say")).toBeVisible();
  await expect(page.getByText("Keeper of keys").last()).toBeVisible();
});

test("the timeline is narrowed to a kind, and an entry has a link of its own", async ({
  signedIn: page,
  foyer,
}) => {
  await receive(foyer, 35);
  const id = await idOf(foyer, 35);
  await page.goto(`${foyer.url}/acme/visitors/${id}?kind=outlink`);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("https://calls.example/demo")).toBeVisible();
  await expect(timeline.getByText("Shop /features")).toHaveCount(0);
  await timeline
    .getByRole("link", { name: /^\d\d:\d\d$/ })
    .last()
    .click();
  await expect(page).toHaveURL(/at=.*#outlink-/);
  await expect(timeline.getByText("https://calls.example/demo")).toBeVisible();
  await timeline.getByText("Details").first().click();
  await expect(timeline.getByText("Example Telecom")).toBeVisible();
});
