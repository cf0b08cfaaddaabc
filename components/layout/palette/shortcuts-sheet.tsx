"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useModifier } from "./modifier.ts";
import { goKeyOf, LIST_SHORTCUTS, type Shortcut } from "./shortcuts.ts";

interface Props {
  links: readonly { href: string; label: string }[];
  onClose: () => void;
}

/** Every shortcut there is, by where it works. */
export function ShortcutsSheet({ links, onClose }: Props) {
  const modifier = useModifier();
  const everywhere: Shortcut[] = [
    { keys: [modifier, "K"], does: "Search and commands" },
    { keys: ["?"], does: "This sheet" },
    ...links.flatMap(({ href, label }) => {
      const key = goKeyOf(href);
      return key ? [{ keys: ["G", key.toUpperCase()], does: `Go to ${label}` }] : [];
    }),
  ];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Keyboard shortcuts">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <Section title="Everywhere" shortcuts={everywhere} />
        <Section title="In lists" shortcuts={LIST_SHORTCUTS} />
      </div>
    </Dialog>
  );
}

function Section({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3 className="mb-1.5 font-medium text-2xs text-ink-muted">{title}</h3>
      <dl>
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="flex min-h-8 items-center justify-between gap-3">
            <dt className="text-sm">{does}</dt>
            <dd className="flex gap-0.5">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
