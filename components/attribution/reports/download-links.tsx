import { Download } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";

/** The table of a card as a file. A plain link: the browser saves what the route answers. */
export function CsvLink({ href, of }: { href: string; of: string }) {
  return (
    <a href={href} download className={buttonClass("ghost", "sm")} aria-label={`CSV of ${of}`}>
      <Download aria-hidden="true" />
      CSV
    </a>
  );
}
