/** Every expected failure has one of these codes; each code has one HTTP status. */
export const STATUS_BY_CODE = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  payload_too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_BY_CODE;

/** An expected failure. `message` is written for the person who sees it; `detail` is safe to show. */
export class FoyerError extends Error {
  readonly code: ErrorCode;
  readonly detail: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, detail?: Record<string, unknown>) {
    super(message);
    this.name = "FoyerError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return STATUS_BY_CODE[this.code];
  }
}

/**
 * True for a FoyerError, also one thrown by another copy of this module (the server runs this file
 * from source, Next from its bundle, and `instanceof` does not hold across the two).
 */
export function isFoyerError(error: unknown): error is FoyerError {
  return error instanceof Error && error.name === "FoyerError" && "code" in error;
}
