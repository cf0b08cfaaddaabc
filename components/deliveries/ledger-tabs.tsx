import { LinkTabs } from "#components/ui/link-tabs.tsx";

/** The two rooms of the ledger. `base` is the path of the list. */
export function LedgerTabs({ base }: { base: string }) {
  return (
    <LinkTabs
      label="Deliveries"
      items={[
        { href: base, label: "Ledger" },
        { href: `${base}/drift`, label: "Unknown fields" },
      ]}
    />
  );
}
