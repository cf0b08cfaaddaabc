import { z } from "zod";
import { normalEmail } from "#lib/identity/email.ts";
import { canonicalLinkedin } from "#lib/identity/linkedin.ts";

const email = z.string().transform((text, context) => {
  const found = normalEmail(text);
  if (found === null) context.addIssue({ code: "custom", message: "This is no e-mail address" });
  return found ?? z.NEVER;
});

const linkedinUrl = z.string().transform((text, context) => {
  const found = canonicalLinkedin(text);
  if (found === null) context.addIssue({ code: "custom", message: "This is no LinkedIn profile" });
  return found ?? z.NEVER;
});

/** Who is meant: by exactly one of these. E-mail and URL come out in their canonical forms. */
export const privacySubject = z
  .strictObject({
    email: email.optional().meta({ type: "string", example: "ada@acme.example" }),
    linkedinUrl: linkedinUrl
      .optional()
      .meta({ type: "string", example: "https://linkedin.com/in/ada" }),
    visitorId: z.string().min(1).max(200).optional(),
  })
  .refine((subject) => Object.values(subject).filter((one) => one !== undefined).length === 1, {
    message: "Give exactly one of email, linkedinUrl and visitorId",
  });

export type PrivacySubject = z.output<typeof privacySubject>;
