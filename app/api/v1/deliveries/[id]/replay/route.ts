import { replayDeliveryOperation } from "#lib/api/delivery-operations.ts";
import { serve } from "#lib/api/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE } = serve(replayDeliveryOperation);
