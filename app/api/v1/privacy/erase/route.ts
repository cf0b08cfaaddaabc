import { erasePersonOperation } from "#lib/api/privacy-operations.ts";
import { serve } from "#lib/api/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(erasePersonOperation);
