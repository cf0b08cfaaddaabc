import { FoyerError } from "#lib/errors.ts";

const NAMES = {
  visitorId: ["visitor id", "visitor", "id"],
  linkedin: ["linkedin url", "linkedin", "linkedin profile"],
  email: ["email", "e mail", "email address", "e mail address"],
  owner: ["owner", "owner email", "owner e mail"],
  status: ["status"],
  tag: ["tag", "tags"],
} as const;

export type ImportColumn = keyof typeof NAMES;

/** Where each column is in a record; null when the file has none of that name. */
export type ImportColumns = Readonly<Record<ImportColumn, number | null>>;

/** The columns of a header, whatever the case and the signs between words. */
export function importColumns(header: readonly string[]): ImportColumns {
  const words = header.map((cell) =>
    cell
      .toLowerCase()
      .replace(/[\s_-]+/g, " ")
      .trim(),
  );
  const placeOf = (column: ImportColumn) => {
    const names: readonly string[] = NAMES[column];
    const index = words.findIndex((word) => names.includes(word));
    return index < 0 ? null : index;
  };
  const columns = {
    visitorId: placeOf("visitorId"),
    linkedin: placeOf("linkedin"),
    email: placeOf("email"),
    owner: placeOf("owner"),
    status: placeOf("status"),
    tag: placeOf("tag"),
  };
  const { visitorId, linkedin, email, owner, status, tag } = columns;
  if ([visitorId, linkedin, email].every((place) => place === null)) {
    throw new FoyerError(
      "invalid_request",
      "The first line has to name a column that says who it is: email, linkedin url or visitor id.",
    );
  }
  if ([owner, status, tag].every((place) => place === null)) {
    throw new FoyerError(
      "invalid_request",
      "The first line has to name a column that says what to set: owner, status or tag.",
    );
  }
  return columns;
}
