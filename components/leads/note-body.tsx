/** The text of a note, its lines kept, with the people it mentions set off. */
export function NoteBody({ body, mentions }: { body: string; mentions: readonly string[] }) {
  return (
    <p className="whitespace-pre-line break-words text-ink">
      {partsOf(body, mentions).map((part, index) =>
        part.isName ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text
          <span key={index} className="rounded-sm bg-accent-soft px-0.5 text-accent-text">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

/** Longer names first: "@Ann Lee" is not "@Ann" with a word behind it. */
function partsOf(body: string, mentions: readonly string[]) {
  if (mentions.length === 0) return [{ text: body, isName: false }];
  const names = [...mentions]
    .sort((a, b) => b.length - a.length)
    .map((name) => `@${name}`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return body
    .split(new RegExp(`(${names.join("|")})`))
    .map((text, index) => ({ text, isName: index % 2 === 1 }));
}
