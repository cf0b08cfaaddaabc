import { z } from "zod";
import { countryCodeOf } from "./countries.ts";
import { isGateField } from "./gate-fields.ts";

const MAX = 250;

const distinct = <T>(list: readonly T[]) => [...new Set(list)];

/** What an admin keeps out. Countries come as codes or English names, and leave as codes. */
export const gateInput = z.strictObject({
  dropEu: z.boolean(),
  dropCountries: z
    .array(z.string())
    .max(MAX)
    .transform((list, context) =>
      distinct(
        list.map((text) => {
          const code = countryCodeOf(text);
          const name =
            code && new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(code);
          if (code && name) return code;
          context.addIssue({
            code: "custom",
            message: `“${text}” is no country. Use codes such as CH or GB.`,
          });
          return "";
        }),
      ),
    ),
  dropTenants: z
    .array(z.string().trim().min(1).max(200, "A tenant’s id has at most 200 characters."))
    .max(MAX, `At most ${MAX} tenants.`)
    .transform(distinct),
  dropFields: z
    .array(z.string())
    .max(MAX)
    .transform((list) => distinct(list.filter(isGateField))),
});
