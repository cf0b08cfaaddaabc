import { mergeVisitorOperation } from "#lib/api/identity-operations.ts";
import { serve } from "#lib/api/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(mergeVisitorOperation);
