/** A saved view as its tab shows it. */
export type View = {
  id: string;
  name: string;
  /** As in the URL, without the page. */
  query: string;
  isShared: boolean;
  /** True when the reader may change it. */
  canChange: boolean;
};

export type ViewAnswer = { id: string } | { problem: string };

/** What the server does with views; each answer is the view, or why not. */
export type ViewActions = {
  create: (view: { name: string; query: string; isShared: boolean }) => Promise<ViewAnswer>;
  change: (
    id: string,
    change: { name?: string; query?: string; isShared?: boolean },
  ) => Promise<ViewAnswer>;
  remove: (id: string) => Promise<ViewAnswer>;
  open: (id: string | null) => Promise<ViewAnswer>;
};
