/** Skills, languages: short words side by side. */
export function WordList({ words }: { words: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {[...new Set(words)].map((word) => (
        <li
          key={word}
          className="max-w-full truncate rounded-sm border border-line bg-sunken px-1.5 text-ink text-xs leading-5"
        >
          {word}
        </li>
      ))}
    </ul>
  );
}
