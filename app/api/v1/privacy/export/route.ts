import { exportPersonOperation } from "#lib/api/privacy-operations.ts";
import { serve } from "#lib/api/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(exportPersonOperation);
