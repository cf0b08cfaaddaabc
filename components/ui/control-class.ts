/** The look of everything one types or chooses in: input, textarea, select. */
export const CONTROL_CLASS =
  "w-full min-w-0 rounded-md border border-control bg-raised px-2.5 text-ink text-sm shadow-control transition-[border-color] duration-100 hover:border-ink-faint focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-1 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted data-disabled:bg-sunken data-disabled:text-ink-muted data-invalid:border-danger-solid max-sm:text-lg";
