/** One line of a menu or of a select's list. */
export const MENU_ITEM_CLASS =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-ink text-sm outline-none data-disabled:pointer-events-none data-highlighted:bg-highlight data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";
