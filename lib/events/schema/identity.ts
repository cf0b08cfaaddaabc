import { z } from "zod";
import { maybeBoolean, maybeText, maybeTexts, openWord } from "./scalar.ts";

/** Who the visitor seems to be; every leaf may be null, also where `qualified` promises it is not. */
export const identity = z.object({
  emails: z
    .array(z.object({ value: maybeText, type: openWord("personal", "professional").nullish() }))
    .nullish(),
  phones: maybeTexts,
  linkedinUrl: maybeText,
  demographics: z
    .object({
      firstName: maybeText,
      lastName: maybeText,
      isHomeowner: maybeBoolean,
      hasChildren: maybeBoolean,
      isMarried: maybeBoolean,
    })
    .nullish(),
  location: z.object({ city: maybeText, state: maybeText, country: maybeText }).nullish(),
  professional: z.object({ jobTitle: maybeText, companyName: maybeText }).nullish(),
});

export type IdentityData = z.output<typeof identity>;
