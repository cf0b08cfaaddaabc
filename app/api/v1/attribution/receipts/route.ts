import { listReceiptsOperation } from "#lib/api/attribution-operations.ts";
import { serve } from "#lib/api/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(listReceiptsOperation);
