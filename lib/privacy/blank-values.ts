const SPACE = new Set([" ", "\n", "\r", "\t", "\uFEFF"]);
const END = new Set([",", "]", "}"]);

/**
 * A JSON text with null in place of the values at these dotted paths; every other character stays as it
 * is (spaces, duplicate keys, numbers that no double can hold). The text must be valid JSON.
 */
export function blankValues(text: string, paths: ReadonlySet<string>): string {
  let blanked = "";
  let copied = 0;
  let at = 0;

  const skip = () => {
    while (SPACE.has(text.charAt(at))) at++;
  };
  const string = () => {
    const start = at++;
    while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
    return text.slice(start, ++at);
  };
  /** Goes over one value; `path` is null where nothing is looked for inside. */
  const value = (path: string | null): void => {
    const first = text[at];
    if (first === '"') string();
    else if (first === "{" || first === "[") container(path, first === "{");
    else while (at < text.length && !END.has(text.charAt(at)) && !SPACE.has(text.charAt(at))) at++;
  };
  const container = (path: string | null, isObject: boolean): void => {
    at++;
    for (skip(); text[at] !== "}" && text[at] !== "]"; skip()) {
      if (text[at] === ",") {
        at++;
        continue;
      }
      if (isObject) member(path);
      else value(null);
    }
    at++;
  };
  const member = (path: string | null): void => {
    const key: unknown = JSON.parse(string());
    skip();
    at++;
    skip();
    const inner = path === null ? null : path === "" ? String(key) : `${path}.${String(key)}`;
    const start = at;
    value(inner);
    if (inner === null || !paths.has(inner)) return;
    blanked += `${text.slice(copied, start)}null`;
    copied = at;
  };

  skip();
  value("");
  return blanked + text.slice(copied);
}
