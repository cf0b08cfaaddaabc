type Named = { fullName: string | null; primaryEmail?: string | null };

/** What a visitor is called where the name is not known (yet): by the e-mail, else "Unnamed visitor". */
export function visitorName({ fullName, primaryEmail }: Named): string {
  return fullName || primaryEmail || "Unnamed visitor";
}
