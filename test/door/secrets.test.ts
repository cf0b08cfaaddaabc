import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { setEndpointDisabled } from "#lib/webhooks/endpoints.ts";
import { newWebhookSecret } from "#lib/webhooks/secret-format.ts";
import { createSecret, revokeSecret, rotateSecret } from "#lib/webhooks/secrets.ts";
import { type Answer, DOORS, type Door } from "./doors.ts";
import {
  digestOfTables,
  listLedger,
  type Mailbox,
  openMailbox,
  post,
  SMALL,
  signed,
  stopClock,
  withDoors,
} from "./harness.ts";

vi.mock("node:crypto", async (load) => {
  const crypto = await load<typeof import("node:crypto")>();
  return { ...crypto, createHmac: vi.fn(crypto.createHmac) };
});

withDoors();

const HOUR = 3_600_000;
const statusOf = async (door: Door, { endpointId }: Mailbox, secret: string) =>
  (await post(door, { endpointId, secret })).status;

describe.each(DOORS)("$name: secrets", (door) => {
  test("in the overlap of a rotation old and new: 204; after it the old one: 401", async () => {
    const mailbox = await openMailbox();
    const { secret } = await rotateSecret(mailbox.workspaceId, mailbox.endpointId, 24);
    expect(await statusOf(door, mailbox, mailbox.secret)).toBe(204);
    expect(await statusOf(door, mailbox, secret)).toBe(204);
    stopClock(Date.now() + 23 * HOUR);
    expect(await statusOf(door, mailbox, mailbox.secret)).toBe(204);
    stopClock(Date.now() + 24 * HOUR + 60_000);
    expect(await statusOf(door, mailbox, mailbox.secret)).toBe(401);
    expect(await statusOf(door, mailbox, secret)).toBe(204);
  });

  test("without overlap the old one ends at once: 401", async () => {
    const mailbox = await openMailbox();
    expect(await statusOf(door, mailbox, mailbox.secret)).toBe(204);
    const { secret } = await rotateSecret(mailbox.workspaceId, mailbox.endpointId, 0);
    expect(await statusOf(door, mailbox, mailbox.secret)).toBe(401);
    expect(await statusOf(door, mailbox, secret)).toBe(204);
  });

  test("revoked: 401 at once, while the others live on", async () => {
    const mailbox = await openMailbox();
    const second = await createSecret(mailbox.workspaceId, mailbox.endpointId);
    expect(await statusOf(door, mailbox, second.secret)).toBe(204);
    await revokeSecret(mailbox.workspaceId, second.id);
    expect(await statusOf(door, mailbox, second.secret)).toBe(401);
    expect(await statusOf(door, mailbox, mailbox.secret)).toBe(204);
  });

  test("of another workspace or another endpoint: 401, in neither ledger", async () => {
    const [one, two] = [await openMailbox(), await openMailbox()];
    expect(await statusOf(door, one, two.secret)).toBe(401);
    expect(await statusOf(door, two, one.secret)).toBe(401);
    expect([await listLedger(one), await listLedger(two)]).toEqual([[], []]);
  });
});

/** What an answer says, without the time it was given at. */
function withoutDate({ headers: { date: _date, ...headers }, ...rest }: Answer) {
  return { ...rest, headers };
}

describe.each(DOORS)("$name: an unknown or disabled endpoint", (door) => {
  const hmacs = vi.mocked(createHmac);
  beforeEach(() => void hmacs.mockClear());

  /** Answer and number of HMACs computed for a request that is signed beforehand. */
  async function refusal(endpointId: string, secret: string) {
    const headers = signed(secret);
    hmacs.mockClear();
    const answer = await door.send({ path: endpointId, headers, body: Buffer.from(SMALL) });
    return { answer: withoutDate(answer), hmacs: hmacs.mock.calls.length };
  }

  test("answers as a bad signature does, at the price of one, and writes nothing", async () => {
    const mailbox = await openMailbox();
    const { workspaceId, endpointId, secret } = mailbox;
    const badSignature = await refusal(endpointId, newWebhookSecret());
    expect(badSignature).toMatchObject({ answer: { status: 401 }, hmacs: 4 });
    const before = await digestOfTables();
    for (const unknown of ["whe_unknown", `${endpointId}x`, endpointId.toUpperCase(), "default"]) {
      expect(await refusal(unknown, secret)).toEqual(badSignature);
    }
    expect(await digestOfTables()).toEqual(before);
    await setEndpointDisabled(workspaceId, endpointId, true);
    expect(await refusal(endpointId, secret)).toEqual(badSignature);
    await rotateSecret(workspaceId, endpointId, 24);
    await setEndpointDisabled(workspaceId, endpointId, false);
    expect(await refusal(endpointId, newWebhookSecret())).toEqual(badSignature);
    expect(await listLedger(mailbox)).toEqual([]);
  });

  test.each(["%00", "a%2Fb", "..%2f..", "x".repeat(65), "%C3%A9", "'--", "__proto__"])(
    "with the impossible id %s: 401 like the others, never a failure",
    async (path) => {
      const mailbox = await openMailbox();
      const badSignature = await refusal(mailbox.endpointId, newWebhookSecret());
      expect(await refusal(path, mailbox.secret)).toEqual(badSignature);
    },
  );

  test("malformed headers get the same answer too", async () => {
    const { endpointId, secret } = await openMailbox();
    const { answer } = await refusal(endpointId, newWebhookSecret());
    for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
      for (const value of [undefined, "*"]) {
        const other = await post(door, { endpointId, secret }, {}, { [name]: value });
        expect(withoutDate(other)).toEqual(answer);
      }
    }
  });
});
