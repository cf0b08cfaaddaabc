/** The row of tabs, with a hairline below that the active one covers. */
export const TAB_LIST_CLASS =
  "no-scrollbar relative flex gap-5 overflow-x-auto overflow-y-hidden border-line border-b";

/** One tab; its state is in aria-current (links) or data-active (panels). */
export const TAB_CLASS =
  "relative inline-flex h-9 shrink-0 select-none items-center gap-1.5 whitespace-nowrap font-medium text-ink-muted text-sm outline-offset-[-2px] transition-colors duration-100 after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-full after:bg-transparent hover:text-ink aria-[current=page]:text-ink aria-[current=page]:after:bg-accent data-active:text-ink data-active:after:bg-accent";
