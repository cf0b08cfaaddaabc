/** What dims the page behind a dialog, a question or a drawer. */
export const BACKDROP_CLASS =
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** The frame of a dialog and of a question. */
export const DIALOG_CLASS =
  "-translate-x-1/2 fixed top-[min(12vh,8rem)] left-1/2 z-50 flex max-h-[min(76vh,48rem)] w-[calc(100vw-2rem)] flex-col rounded-xl border border-line bg-raised text-ink shadow-dialog outline-none transition-[opacity,scale] duration-150 data-ending-style:scale-[0.98] data-starting-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:opacity-0";
