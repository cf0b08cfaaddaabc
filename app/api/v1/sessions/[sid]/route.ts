import { serve } from "#lib/api/serve.ts";
import { getSessionOperation } from "#lib/api/session-operations.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(getSessionOperation);
