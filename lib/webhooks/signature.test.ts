import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readWebhookHeaders, type WebhookHeaders } from "./headers.ts";
import { newWebhookSecret } from "./secret-format.ts";
import { type DeliveryToSign, signDelivery } from "./sign.ts";
import {
  DECOY_SECRETS,
  type DeliveryToVerify,
  prepareSecret,
  signatureBytes,
  verifyDelivery,
} from "./signature.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const DECODED_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const RAW_SIGNATURE = "v1,ELhqG0Ku1gwOc1f4jyKdp3SFGFLAOdJ9bvpWLciCakI=";
const OTHER_SIGNATURE = `v1,${"A".repeat(43)}=`;
const SENT = 1614265330;

/** The public check vector of the Standard Webhooks suites: each test changes one field of it. */
const valid: DeliveryToVerify = {
  webhookId: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: String(SENT),
  signature: DECODED_SIGNATURE,
  body: Buffer.from('{"test": 2432232314}'),
  secrets: [{ id: "one", secret: SECRET }],
  nowMs: SENT * 1000,
};

function verify(change: Partial<DeliveryToVerify>) {
  return verifyDelivery({ ...valid, ...change });
}

function accepted(change: Partial<DeliveryToVerify>): boolean {
  const verdict = verify(change);
  return verdict.ok && !verdict.stale;
}

function signed(delivery: Partial<DeliveryToSign>): WebhookHeaders {
  const base = { id: "msg_1", timestampSeconds: SENT, body: Buffer.from(valid.body) };
  const headers: Record<string, string> = signDelivery({ ...base, secret: SECRET, ...delivery });
  return readWebhookHeaders((name) => headers[name]);
}

describe("the check vector", () => {
  const good = { ok: true, secretId: "one", timestampMs: SENT * 1000, stale: false };

  it("passes with the decoded key", () => {
    expect(verify({})).toEqual({ ...good, derivation: "decoded" });
  });
  it("passes with the raw key", () => {
    expect(verify({ signature: RAW_SIGNATURE })).toEqual({ ...good, derivation: "raw" });
  });
  it.each([
    ["decoded", DECODED_SIGNATURE],
    ["raw", RAW_SIGNATURE],
  ] as const)("is what signDelivery makes with the %s key", (derivation, signature) => {
    const id = String(valid.webhookId);
    expect(signed({ id, derivation }).signature).toBe(signature);
  });
});

describe("one field changed", () => {
  const long = "a".repeat(129);
  it.each<[string, Partial<DeliveryToVerify>, string]>([
    ["no id", { webhookId: null }, "missing_header"],
    ["no timestamp", { timestamp: null }, "missing_header"],
    ["no signature", { signature: null }, "missing_header"],
    ["empty id", { webhookId: "" }, "malformed_id"],
    ["long id", signed({ id: long }), "malformed_id"],
    ["dotted id", signed({ id: "msg.1" }), "malformed_id"],
    ["id with a line end", signed({ id: "msg_1\n" }), "malformed_id"],
    ["other id", { webhookId: "msg_2" }, "no_match"],
    ["empty timestamp", { timestamp: "" }, "malformed_timestamp"],
    ["timestamp with letters", { timestamp: `${SENT}abc` }, "malformed_timestamp"],
    ["timestamp with a sign", { timestamp: `+${SENT}` }, "malformed_timestamp"],
    ["timestamp with a space", { timestamp: ` ${SENT}` }, "malformed_timestamp"],
    ["timestamp with an exponent", { timestamp: "1e9" }, "malformed_timestamp"],
    ["timestamp with a fraction", { timestamp: `${SENT}.0` }, "malformed_timestamp"],
    ["timestamp of 13 digits", { timestamp: "1614265330000" }, "malformed_timestamp"],
    ["timestamp in other digits", { timestamp: "١٦١٤" }, "malformed_timestamp"],
    ["other timestamp", { timestamp: String(SENT + 1) }, "no_match"],
    ["timestamp with a leading zero", { timestamp: `0${SENT}` }, "no_match"],
    ["empty signature", { signature: "" }, "malformed_signature"],
    ["other version", { signature: DECODED_SIGNATURE.replace("v1", "v2") }, "malformed_signature"],
    ["no version", { signature: DECODED_SIGNATURE.slice(3) }, "malformed_signature"],
    ["no padding", { signature: DECODED_SIGNATURE.slice(0, -1) }, "malformed_signature"],
    ["base64url", { signature: DECODED_SIGNATURE.replace("+", "-") }, "malformed_signature"],
    [
      "stray last bits",
      { signature: DECODED_SIGNATURE.replace("OE=", "OF=") },
      "malformed_signature",
    ],
    ["31 bytes", { signature: `v1,${"A".repeat(42)}==` }, "malformed_signature"],
    ["other signature", { signature: OTHER_SIGNATURE }, "no_match"],
    ["other body", { body: Buffer.from('{"test": 2432232315}') }, "no_match"],
    ["body with a BOM", { body: Buffer.from('\uFEFF{"test": 2432232314}') }, "no_match"],
    ["other secret", { secrets: [{ id: "two", secret: newWebhookSecret() }] }, "no_match"],
    ["no secret", { secrets: [] }, "no_match"],
    ["decoy secret", { secrets: DECOY_SECRETS }, "no_match"],
  ])("%s is refused", (_name, change, reason) => {
    expect(verify(change)).toEqual({ ok: false, reason });
  });

  it("a signature by a decoy's own key is refused, with and without secrets", () => {
    for (const { keys } of DECOY_SECRETS) {
      const signature = `v1,${signatureBytes(keys.raw, "msg_1", valid.timestamp ?? "", valid.body).toString("base64")}`;
      for (const secrets of [[], DECOY_SECRETS, valid.secrets])
        expect(verify({ webhookId: "msg_1", signature, secrets })).toMatchObject({ ok: false });
    }
  });
  it("takes an id of 128 letters and a timestamp of 1 or 12 digits", () => {
    expect(accepted(signed({ id: "a".repeat(128) }))).toBe(true);
    expect(accepted({ ...signed({ timestampSeconds: 5 }), nowMs: 0 })).toBe(true);
    const far = 999_999_999_999;
    expect(accepted({ ...signed({ timestampSeconds: far }), nowMs: far * 1000 })).toBe(true);
  });
  it("is stale beyond 300 s, either way, to the second", () => {
    const at = (seconds: number) => verify({ nowMs: (SENT + seconds) * 1000 });
    for (const within of [-300, 0, 300, 300.999])
      expect(at(within)).toMatchObject({ stale: false });
    for (const beyond of [-301, -300.001, 301])
      expect(at(beyond)).toMatchObject({ ok: true, stale: true, secretId: "one" });
  });
  it("signs exact bytes, also those that are no UTF-8", () => {
    const body = Buffer.from([0xff, 0xfe, 0x00]);
    expect(accepted({ ...signed({ body }), body })).toBe(true);
    expect(verify({ ...signed({ body }), body: Buffer.from("\uFFFD\uFFFD\0") }).ok).toBe(false);
  });
});

describe("several", () => {
  const list = (...signatures: string[]) => accepted({ signature: signatures.join(" ") });

  it("signatures: any one passes, up to ten, other versions and bad ones passed over", () => {
    const nine = Array<string>(9).fill(OTHER_SIGNATURE);
    expect(list(DECODED_SIGNATURE, ...nine)).toBe(true);
    expect(list(...nine, DECODED_SIGNATURE)).toBe(true);
    expect(list(...nine, OTHER_SIGNATURE, DECODED_SIGNATURE)).toBe(false);
    expect(list(DECODED_SIGNATURE, ...nine, OTHER_SIGNATURE)).toBe(false);
    expect(list("v1a,abcd", "v1,short", "", DECODED_SIGNATURE)).toBe(true);
    expect(list(DECODED_SIGNATURE, DECODED_SIGNATURE)).toBe(true);
  });
  it("secrets: the one that signed is named, with its derivation", () => {
    const [first, second, third] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const secrets = [
      { id: "first", secret: first },
      prepareSecret({ id: "second", secret: second }),
      { id: "third", secret: third },
    ];
    for (const derivation of ["decoded", "raw"] as const) {
      for (const { id, secret } of [
        { id: "first", secret: first },
        { id: "second", secret: second },
        { id: "third", secret: third },
      ])
        expect(verify({ ...signed({ secret, derivation }), secrets })).toMatchObject({
          ok: true,
          secretId: id,
          derivation,
        });
    }
  });
  it("headers of one name are malformed, however they were joined", () => {
    const headers = { "webhook-id": "msg_1", "webhook-timestamp": "1", "webhook-signature": "x" };
    const real: Record<string, string> = {
      ...headers,
      ...signDelivery({ id: "msg_1", timestampSeconds: SENT, body: valid.body, secret: SECRET }),
    };
    for (const name of Object.keys(real)) {
      for (const twice of [
        [real[name] ?? "", real[name] ?? ""],
        `${real[name]}, ${real[name]}`,
        `${real[name]},${real[name]}`,
      ]) {
        const read = readWebhookHeaders((asked) => (asked === name ? twice : [real[asked] ?? ""]));
        expect(verify(read), String(twice)).toMatchObject({
          reason: expect.stringMatching(/^malformed/),
        });
      }
    }
    expect(accepted(readWebhookHeaders((name) => real[name]))).toBe(true);
    expect(readWebhookHeaders(() => [])).toEqual(readWebhookHeaders(() => undefined));
  });
  it("secrets that are malformed are an error, not a refusal", () => {
    expect(() => verify({ secrets: [{ id: "bad", secret: "whsec_x" }] })).toThrow(
      /bad is malformed/,
    );
  });
});

describe("side by side with the standardwebhooks package", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: SENT * 1000, toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function theirs(secret: string, headers: WebhookHeaders, body: Uint8Array): boolean {
    const named = {
      "webhook-id": headers.webhookId ?? "",
      "webhook-timestamp": headers.timestamp ?? "",
      "webhook-signature": headers.signature ?? "",
    };
    try {
      new Webhook(secret).verify(Buffer.from(body), named, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  }
  const decodedOnly = (change: Partial<DeliveryToVerify>) => {
    const verdict = verify(change);
    return verdict.ok && !verdict.stale && verdict.derivation === "decoded";
  };

  const idArb = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/);
  const changeArb = fc.record(
    {
      webhookId: idArb,
      timestamp: fc.integer({ min: SENT - 400, max: SENT + 400 }).map(String),
      signature: fc.array(
        fc.oneof(
          fc.constantFrom("own", "v1,", "v1", "", "v2,AAAA", "v1,AAAA", OTHER_SIGNATURE),
          fc
            .uint8Array({ minLength: 31, maxLength: 33 })
            .map((b) => `v1,${Buffer.from(b).toString("base64")}`),
        ),
        { minLength: 1, maxLength: 10 },
      ),
      body: fc.string({ unit: "grapheme" }),
    },
    { requiredKeys: [] },
  );

  it("agrees over valid and mutated deliveries", () => {
    let passed = 0;
    const delivery = fc.record({
      id: idArb,
      body: fc.oneof(fc.json(), fc.string({ unit: "grapheme" })),
      seconds: fc.integer({ min: SENT - 310, max: SENT + 310 }),
      bytes: fc.uint8Array({ minLength: 24, maxLength: 64 }),
      change: fc.oneof(fc.constant({}), changeArb),
    });
    fc.assert(
      fc.property(delivery, ({ id, body, seconds, bytes, change }) => {
        const secret = `whsec_${Buffer.from(bytes).toString("base64")}`;
        const own = signed({ id, timestampSeconds: seconds, body, secret });
        const { signature = ["own"], body: newBody = body, ...rest } = { ...change };
        const joined = signature.map((each) => (each === "own" ? own.signature : each)).join(" ");
        const headers = { ...own, ...rest, signature: joined };
        const sent = Buffer.from(newBody);
        const ours = decodedOnly({ ...headers, body: sent, secrets: [{ id: "one", secret }] });
        expect(ours).toBe(theirs(secret, headers, sent));
        if (ours) passed++;
      }),
      { numRuns: 1000 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  const own = signed({});
  it.each<[string, Partial<DeliveryToVerify>, { ours: boolean; theirs: boolean }]>([
    [
      "timestamp followed by letters",
      { ...own, timestamp: `${SENT}abc` },
      { ours: false, theirs: true },
    ],
    ["timestamp with a sign", { ...own, timestamp: `+${SENT}` }, { ours: false, theirs: true }],
    ["id with a dot", signed({ id: "msg.1" }), { ours: false, theirs: true }],
    ["id of 129 letters", signed({ id: "a".repeat(129) }), { ours: false, theirs: true }],
    [
      "eleven signatures",
      { ...own, signature: `${"v2,x ".repeat(10)}${own.signature}` },
      { ours: false, theirs: true },
    ],
    ["second comma", { ...own, signature: `${own.signature},x` }, { ours: false, theirs: true }],
    [
      "invalid UTF-8",
      { ...signed({ body: Buffer.of(0xff) }), body: Buffer.of(0xff) },
      { ours: true, theirs: false },
    ],
    ["raw key", { ...signed({ derivation: "raw" }) }, { ours: true, theirs: false }],
  ])("known difference: %s", (_name, change, expected) => {
    const input = { ...valid, ...change };
    expect({ ours: accepted(change), theirs: theirs(SECRET, input, input.body) }).toEqual(expected);
  });
});
