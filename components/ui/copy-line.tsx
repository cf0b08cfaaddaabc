import { CopyButton } from "./copy-button.tsx";

export type CopyLineProps = {
  /** What the text is, for the name of the button: "URL". */
  name: string;
  text: string;
  withLabel?: boolean;
};

/** A long text in full, to be read and copied. */
export function CopyLine({ name, text, withLabel }: CopyLineProps) {
  return (
    <div className="flex min-w-0 items-center gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 break-all font-mono text-ink text-xs leading-5">{text}</code>
      <CopyButton
        text={text}
        label={`Copy ${name}`}
        withLabel={withLabel}
        variant={withLabel ? "secondary" : "ghost"}
      />
    </div>
  );
}
