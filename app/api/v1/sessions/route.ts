import { serve } from "#lib/api/serve.ts";
import { listSessionsOperation } from "#lib/api/session-operations.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(listSessionsOperation);
