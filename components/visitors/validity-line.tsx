import { cn } from "#components/ui/cn.ts";
import { validityWords } from "./validity.ts";
import { ValidityIcon } from "./validity-icon.tsx";

const INKS = {
  positive: "text-positive-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
  neutral: "text-ink-faint",
  info: "text-info-text",
  accent: "text-accent-text",
} as const;

type ValidityLineProps = {
  validity: string | null;
  /** The word is drawn by CSS: where the same word is in the page already, hidden. */
  drawn?: boolean;
};

/** The badge of a dense list: an icon and a word, without a box of its own. */
export function ValidityLine({ validity, drawn = false }: ValidityLineProps) {
  const { label, tone, meaning } = validityWords(validity);
  return (
    <span title={meaning} className={cn("flex items-center gap-1 text-xs", INKS[tone])}>
      <ValidityIcon validity={validity} className="size-3 shrink-0" />
      {drawn ? (
        <span data-drawn={label} className="truncate after:content-[attr(data-drawn)]" />
      ) : (
        <span className="truncate">{label}</span>
      )}
    </span>
  );
}
