import { Link } from "#components/ui/link.tsx";

type ReceiptsLinkProps = {
  href: string;
  /** The number as it is shown. */
  text: string;
  /** What it opens, for those who do not see its row: "receipts of Email". */
  label: string;
  title?: string;
};

/** A number that opens the conversions behind it. */
export function ReceiptsLink({ href, text, label, title }: ReceiptsLinkProps) {
  return (
    <Link
      href={href}
      title={title}
      aria-label={`${text}, ${label}`}
      className="hit-area rounded-sm underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent-text hover:decoration-current hover:decoration-solid"
    >
      {text}
    </Link>
  );
}
