import { now } from "#lib/clock.ts";
import { isFoyerError } from "#lib/errors.ts";
import type { BodySource } from "#lib/inbox/read-body.ts";
import { receiveDelivery } from "#lib/inbox/receive.ts";
import { log } from "#lib/log.ts";
import { countAnswer } from "#lib/metrics.ts";
import { slot } from "#lib/slot.ts";

/** A webhook request, whichever server it came through. */
export interface DoorRequest {
  method: string;
  endpointId: string;
  header(name: string): string | string[] | null | undefined;
  body: BodySource;
}

/** What to answer; `message` is null where there is no body. */
export interface DoorResponse {
  status: number;
  headers: Record<string, string>;
  message: string | null;
}

const MAX_BODY_BYTES = 1024 * 1024;
/**
 * Bodies in memory at once, over all requests of this process: some 1,300 of the usual size or 32 of the
 * largest. What is let in is answered within a second or two; more would only wait longer.
 */
const MAX_IN_FLIGHT_BYTES = 32 * 1024 * 1024;
/** What a request costs beside its body, so that small bodies too are limited in number. */
const MIN_RESERVED_BYTES = 16 * 1024;
/** Whatever the database does, the sender has its answer by then: the contract promises 3 s. */
const DEADLINE_MS = 2_500;
const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;

const NO_ENCODING = /^(identity)?$/i;

const load = () => slot("door-load", () => ({ bytes: 0, failures: 0, loggedAt: 0 }));

function answer(status: number, message: string | null, headers: Record<string, string> = {}) {
  return { status, message, headers };
}

/** Answers one request at `/api/webhooks/{endpointId}`, by the table in the contract. Never rejects. */
export async function answerWebhook(request: DoorRequest): Promise<DoorResponse> {
  const response = await answerRequest(request);
  countAnswer(response.status);
  return response;
}

async function answerRequest(request: DoorRequest): Promise<DoorResponse> {
  if (request.method !== "POST") {
    return answer(405, "Only POST is allowed here.", { allow: "POST" });
  }
  if (!NO_ENCODING.test(joined(request.header("content-encoding")))) {
    return answer(415, "A Content-Encoding is not supported.");
  }
  const type = joined(request.header("content-type"));
  if (type !== "" && !JSON_TYPE.test(type)) {
    return answer(415, "Only application/json is supported.");
  }
  const declared = declaredLength(request.header("content-length"));
  const reserved = MIN_RESERVED_BYTES + (declared ?? MAX_BODY_BYTES);
  if (declared !== null && declared > MAX_BODY_BYTES) return tooLarge();
  if (load().bytes + reserved > MAX_IN_FLIGHT_BYTES) {
    // A sender that keeps its connection costs less than one that makes a new one.
    if (declared !== null) await request.body.discard();
    return tooMany();
  }
  load().bytes += reserved;
  let stored: Promise<DoorResponse> | null = null;
  try {
    const read = await request.body.read(MAX_BODY_BYTES, declared);
    if (!read.ok)
      return read.reason === "too_large" ? tooLarge() : answer(400, "The body is incomplete.");
    stored = store(request, read.bytes);
    return await withinDeadline(stored);
  } finally {
    const release = () => {
      load().bytes -= reserved;
    };
    // After the deadline the bytes are still held, until the write that they wait for ends.
    if (stored) void stored.then(release);
    else release();
  }
}

/** Never rejects. */
async function store(request: DoorRequest, bytes: Uint8Array): Promise<DoorResponse> {
  try {
    const { status, message } = await receiveDelivery(request.endpointId, request.header, bytes);
    return answer(status, message);
  } catch (error) {
    if (isFoyerError(error) && error.code === "rate_limited") return tooMany();
    // Whatever went wrong, nothing was acknowledged: the sender keeps the event and tries again.
    logFailure(error);
    return notStored();
  }
}

/** A write that is late may still commit; then the sender's next try is found to be known. */
function withinDeadline(stored: Promise<DoorResponse>): Promise<DoorResponse> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      logFailure(new Error(`not stored within ${DEADLINE_MS} ms`));
      resolve(notStored());
    }, DEADLINE_MS);
    void stored.then((answered) => {
      clearTimeout(timer);
      resolve(answered);
    });
  });
}

/** With the database away every delivery fails alike, so one line a second says it. */
function logFailure(error: unknown): void {
  const state = load();
  state.failures += 1;
  if (now() - state.loggedAt < 1_000) return;
  const { failures } = state;
  log().error({ err: error, expected: isFoyerError(error), failures }, "deliveries not stored");
  Object.assign(state, { failures: 0, loggedAt: now() });
}

function tooMany(): DoorResponse {
  return answer(429, "Too many deliveries at once.", { "retry-after": "2" });
}

function notStored(): DoorResponse {
  return answer(503, "The delivery could not be stored. Try again.", { "retry-after": "5" });
}

function tooLarge(): DoorResponse {
  return answer(413, "The body is over 1 MiB.", { connection: "close" });
}

/** A repeated header as one text, as a web `Headers` gives it: both doors then judge the same. */
function joined(header: string | string[] | null | undefined): string {
  return [header ?? ""].flat().join(", ");
}

function declaredLength(header: string | string[] | null | undefined): number | null {
  return typeof header === "string" && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** The JSON text of an answer's body (RFC 9457). */
export function problemText({ status, message }: DoorResponse): string {
  return JSON.stringify({ type: "about:blank", title: message, status });
}
