import { z } from "zod";
import { readQuery } from "#lib/api/read-query.ts";
import type { ApiScope } from "#lib/api-keys/scopes.ts";
import type { ApiCaller } from "#lib/api-keys/verify-api-key.ts";
import { FoyerError } from "#lib/errors.ts";

interface Spec<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType> {
  id: string;
  method: "GET" | "POST";
  /** Below `/api/v1`; the names in braces are those of `params`. */
  path: string;
  tag: string;
  summary: string;
  scope: ApiScope;
  params?: P;
  query?: Q;
  response: R;
  /** Answers the call; null for no such thing. */
  handler(call: {
    workspaceId: string;
    params: z.output<P>;
    query: z.output<Q>;
  }): Promise<z.output<R> | null>;
}

/** One call of the HTTP API: what it is called, who may make it, what goes in and comes out. */
export interface Operation extends Omit<Spec<z.ZodObject, z.ZodObject, z.ZodType>, "handler"> {
  run(caller: ApiCaller, params: unknown, search: URLSearchParams): Promise<unknown>;
}

const none = z.object({});

/** Defines an operation; its route serves it, and the API's description is made from it. */
export function defineOperation<
  R extends z.ZodType,
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
>(spec: Spec<P, Q, R>): Operation {
  const { handler, ...description } = spec;
  return {
    ...description,
    async run(caller, params, search) {
      const result = await handler({
        workspaceId: caller.workspaceId,
        params: readParams(spec.params, params) as z.output<P>,
        query: readQuery(spec.query ?? none, search) as z.output<Q>,
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

/** The shape of a list answer. */
export function listOf<R extends z.ZodType>(item: R) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

/** The path of one thing. */
export const idParams = z.object({ id: z.string().min(1).max(200) });
