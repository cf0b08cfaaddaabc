import { getDeliveryOperation } from "#lib/api/delivery-operations.ts";
import { serve } from "#lib/api/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(getDeliveryOperation);
