import { z } from "zod";
import { readQuery } from "#lib/api/read-query.ts";
import type { ApiScope } from "#lib/api-keys/scopes.ts";
import type { ApiCaller } from "#lib/api-keys/verify-api-key.ts";
import { FoyerError } from "#lib/errors.ts";

interface Spec<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodType,
  B extends z.ZodType,
> {
  id: string;
  method: "GET" | "POST";
  /** Below `/api/v1`; the names in braces are those of `params`. */
  path: string;
  tag: string;
  summary: string;
  scope: ApiScope;
  params?: P;
  query?: Q;
  /** What has to be sent, as JSON. */
  body?: B;
  response: R;
  /** Answers the call; null for no such thing. */
  handler(call: {
    workspaceId: string;
    params: z.output<P>;
    query: z.output<Q>;
    body: z.output<B>;
    keyId: string;
  }): Promise<z.output<R> | null>;
}

/** One call of the HTTP API: what it is called, who may make it, what goes in and comes out. */
export interface Operation
  extends Omit<Spec<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>, "handler"> {
  run(
    caller: ApiCaller,
    params: unknown,
    search: URLSearchParams,
    body?: unknown,
  ): Promise<unknown>;
}

const none = z.object({});

/** Defines an operation; its route serves it, and the API's description is made from it. */
export function defineOperation<
  R extends z.ZodType,
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
  B extends z.ZodType = z.ZodUndefined,
>(spec: Spec<P, Q, R, B>): Operation {
  const { handler, ...description } = spec;
  return {
    ...description,
    async run(caller, params, search, body) {
      const result = await handler({
        workspaceId: caller.workspaceId,
        params: readParams(spec.params, params) as z.output<P>,
        query: readQuery(spec.query ?? none, search) as z.output<Q>,
        body: (spec.body ? readInput(spec.body, body) : undefined) as z.output<B>,
        keyId: caller.keyId,
      });
      if (result === null) throw new FoyerError("not_found", `There is no such ${spec.tag}.`);
      return result;
    },
  };
}

// A path that does not fit the schema names nothing that we have.
function readParams(schema: z.ZodObject | undefined, params: unknown): unknown {
  const result = (schema ?? none).safeParse(params ?? {});
  if (!result.success) throw new FoyerError("not_found", "There is nothing at this address.");
  return result.data;
}

function readInput(schema: z.ZodType, body: unknown): unknown {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({
    parameter: path.join(".") || "body",
    message,
  }));
  const text = errors.map(({ parameter, message }) => `${parameter}: ${message}`).join("; ");
  throw new FoyerError("invalid_request", text, { errors });
}

/** The shape of a list answer. */
export function listOf<R extends z.ZodType>(item: R) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

/** The path of one thing. */
export const idParams = z.object({ id: z.string().min(1).max(200) });
