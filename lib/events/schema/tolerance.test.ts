import { describe, expect, it } from "vitest";
import { contributionOf } from "#lib/events/read-event.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { pathName, pathsOf, withChange } from "#test/fixtures/leaves.ts";

const META = { webhookId: "msg_1", hash: "hash" };
const EVENTS = Object.entries(makeEvents());

const SESSION = /^data\.session\.(pid|vid|sid|createdAt|landingPage|userAgent|timezone|screen)$/;
/** What may be neither null nor missing. Everything else may be both. */
const REQUIRED = [
  /^(type|created|data)$/,
  /^data\.(attribution|identity|query|companiesEnriched|validations)$/,
  /^data\.(sessionEndedAt|eventCount|finalizedAt)$/,
  /^data\.(attribution|query)\.\w+$/,
  SESSION,
  /^data\.session\.(screen\.\w+|lastActivity|events)$/,
  /^data\.session\.events\[\d+\]\.(signal|url|ts)$/,
  /^data\.(enrichment\.emailValidations|validations)\[\d+\]\.email$/,
  /^data\.enrichment\.person\.(linkedinUrl|enrichedAt|provider)$/,
  /^data\.enrichment\.person\.(employments|experience)\[\d+\]\.(title|company)$/,
  /^data\.enrichment\.person\.education\[\d+\]\.instituteName$/,
  /\.company\.name$/,
  /(\.companies\[\d+\]|\.employments\[\d+\]\.company)\.(name|enrichedAt|provider)$/,
];

function isRequired(event: string, name: string): boolean {
  if (event === "finalized" && name === "data.session") return true;
  return REQUIRED.some((pattern) => pattern.test(name));
}

/** List entries and free maps have their own rules. */
const isField = (name: string): boolean => !name.endsWith("]") && !name.includes("options.");

describe.each(EVENTS)("%s", (event, payload) => {
  const paths = pathsOf(payload).filter((path) => isField(pathName(path)));
  const required = paths.filter((path) => isRequired(event, pathName(path)));
  const optional = paths.filter((path) => !isRequired(event, pathName(path)));

  it("is read as it is", () => {
    expect(contributionOf(payload, META)).toMatchObject({ ok: true, drift: [] });
  });

  it.each(optional.map((path) => [pathName(path), path] as const))("may lack %s", (_name, path) => {
    expect(contributionOf(withChange(payload, path, null), META)).toMatchObject({ ok: true });
    expect(contributionOf(withChange(payload, path, undefined), META)).toMatchObject({ ok: true });
  });

  it.each(required.map((path) => [pathName(path), path] as const))("needs %s", (name, path) => {
    for (const next of [null, undefined]) {
      const reading = contributionOf(withChange(payload, path, next), META);
      expect(reading).toMatchObject({ ok: false, reason: "invalid_shape" });
      if (reading.ok || reading.reason !== "invalid_shape") return;
      expect(reading.issues.map((issue) => issue.path)).toContain(name);
      expect(reading.issues.every((issue) => issue.message.length > 5)).toBe(true);
    }
  });

  it("says where a wrong type stands", () => {
    for (const path of paths) {
      const name = pathName(path);
      const reading = contributionOf(withChange(payload, path, [[7]]), META);
      if (reading.ok) expect(name).toMatch(/^id$|investors$|enrichmentData$/);
    }
  });
});
