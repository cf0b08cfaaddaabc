/** True when a block holds anything at all; a block that does not is not drawn. */
export function hasFigures(block: Readonly<Record<string, unknown>>): boolean {
  return Object.values(block).some((value) => {
    if (value === null || value === undefined || value === "") return false;
    if (Array.isArray(value)) return value.length > 0;
    return typeof value === "object" ? hasFigures({ ...value }) : true;
  });
}
