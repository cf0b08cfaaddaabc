import { z } from "zod";
import { type ErrorCode, isFoyerError, STATUS_BY_CODE } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** An error answer (RFC 9457). `type` is stable and made for programs, `detail` for people. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

export type Problem = z.output<typeof problem>;
type ParameterError = NonNullable<Problem["errors"]>[number];

const TITLES: Record<ErrorCode | "method_not_allowed" | "internal", string> = {
  invalid_request: "Invalid request",
  unauthenticated: "Not authenticated",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Conflict",
  gone: "Gone",
  payload_too_large: "Payload too large",
  rate_limited: "Too many requests",
  unavailable: "Unavailable for now",
  method_not_allowed: "Method not allowed",
  internal: "Internal error",
};

const HEADERS: Partial<Record<string, Record<string, string>>> = {
  unauthenticated: { "WWW-Authenticate": 'Bearer realm="foyer"' },
  rate_limited: { "Retry-After": "60" },
  unavailable: { "Retry-After": "5" },
};

const parameterErrors = z.array(z.object({ parameter: z.string(), message: z.string() }));

/** A problem document as a response. */
export function problemResponse(
  code: keyof typeof TITLES,
  status: number,
  detail: string,
  errors?: ParameterError[],
  headers: Record<string, string> = {},
): Response {
  const type = `urn:foyer:problem:${code}`;
  const body: Problem = { type, title: TITLES[code], status, detail, ...(errors && { errors }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...HEADERS[code],
      ...headers,
    },
  });
}

/** The answer for whatever was thrown. What is not an expected failure is logged and told to nobody. */
export function problemOf(error: unknown): Response {
  if (!isFoyerError(error)) {
    log().error({ err: error }, "API request failed");
    return problemResponse("internal", 500, "Something went wrong here. It has been logged.");
  }
  const status = STATUS_BY_CODE[error.code];
  return problemResponse(error.code, status, error.message, errorsOf(error.message, error.detail));
}

/** The faults by parameter that an error's detail carries: a list, or the one parameter at fault. */
function errorsOf(
  message: string,
  detail: Record<string, unknown> | undefined,
): ParameterError[] | undefined {
  const listed = parameterErrors.safeParse(detail?.errors);
  if (listed.success) return listed.data;
  return typeof detail?.parameter === "string"
    ? [{ parameter: detail.parameter, message }]
    : undefined;
}
