import { z } from "zod";
import { isGateField } from "./gate-fields.ts";

const texts = z
  .array(z.string())
  .nullable()
  .transform((list) => list ?? []);

/** The gate in a row of privacy_settings. A field that this version does not know is left alone. */
export const gateRow = z.object({
  dropEu: z.boolean(),
  dropCountries: texts,
  dropTenants: texts,
  dropFields: texts.transform((names) => names.filter(isGateField)),
});
