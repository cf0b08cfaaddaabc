import { serve } from "#lib/api/serve.ts";
import { listVisitorsOperation } from "#lib/api/visitor-operations.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(listVisitorsOperation);
