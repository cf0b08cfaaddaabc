import { z } from "zod";
import { maybeText, openWord } from "./scalar.ts";

/** One e-mail's validation; `validity` null means not known. */
export const validation = z.object({
  email: z.string(),
  validity: openWord("valid", "invalid", "catch_all", "valid_catch_all").nullish(),
  provider: maybeText,
  error: z.object({ code: maybeText, message: maybeText }).nullish(),
});

export type ValidationData = z.output<typeof validation>;
