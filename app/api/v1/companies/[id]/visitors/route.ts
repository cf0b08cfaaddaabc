import { listCompanyVisitorsOperation } from "#lib/api/company-operations.ts";
import { serve } from "#lib/api/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(listCompanyVisitorsOperation);
